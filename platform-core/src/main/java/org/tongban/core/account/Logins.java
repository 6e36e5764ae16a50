package org.tongban.core.account;

import java.text.Normalizer;
import java.util.Locale;

/** Folds logins to the one spelling they are stored and found by (CO-20, CO-72): full width to half width, small letters. */
public final class Logins {
    private Logins() {}

    /** The one spelling of a login. */
    public static String canonical(String login) {
        return halfWidth(login).toLowerCase(Locale.ROOT);
    }

    /** The login in the case as typed. */
    static String halfWidth(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFKC).strip();
    }
}
