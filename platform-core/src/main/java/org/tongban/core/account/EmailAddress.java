package org.tongban.core.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses in the one spelling that accounts keep: half width, small letters, at most 254 characters. */
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    private EmailAddress() {}

    /** The address as it is kept; empty where the text is none. */
    public static Optional<String> canonical(String typed) {
        var folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return folded.length() <= LONGEST && SHAPE.matcher(folded).matches() ? Optional.of(folded) : Optional.empty();
    }
}
