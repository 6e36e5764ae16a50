package org.tongban.core.account;

import java.util.Set;
import org.tongban.core.module.Title;

/**
 * A realm: a body of accounts with its own way to sign in (CO-20). Logins are unique within it.
 *
 * @param id the realm's name, as sign-in requests give it
 * @param logins what an account of the realm signs in with
 * @param permissions what every account of the realm may do without a role
 */
public record AccountRealm(
        String id, Title title, Set<LoginIdentifier> logins, PasswordRule passwordRule, Set<String> permissions) {
    /** What an account may be named by at sign-in. */
    public enum LoginIdentifier {
        USERNAME,
        PHONE,
        EMAIL,
        CODE
    }
}
