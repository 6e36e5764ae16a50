package org.tongban.core.token;

/** Why a token is refused: for the log at debug level only, never for the answer. */
final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1;

    TokenRefused(String why) {
        super(why, null, false, false);
    }
}
