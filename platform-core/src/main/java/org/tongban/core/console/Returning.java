package org.tongban.core.console;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page of the console that a sign-in leads back to: no address elsewhere is one (CO-47b). */
final class Returning {
    private static final Pattern HERE =
            Pattern.compile("/console(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*(\\?[A-Za-z0-9._~%&=+:-]*)?");
    private static final int LONGEST = 1000;

    private Returning() {}

    /** The page as a form carries it along: empty where the address is not one of the console's. */
    static String to(URI address) {
        var query = address.getRawQuery();
        return to(address.getRawPath() + (query == null ? "" : "?" + query)).orElse("");
    }

    /** The page that was carried along, if it is one of the console's. */
    static Optional<String> to(String carried) {
        return Optional.of(carried)
                .filter(text -> text.length() <= LONGEST && HERE.matcher(text).matches())
                .filter(text -> !text.startsWith(SignInController.PATH));
    }
}
