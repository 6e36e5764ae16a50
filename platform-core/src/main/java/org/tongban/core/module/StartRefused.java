package org.tongban.core.module;

/** The platform cannot start; the message is one sentence that says what is wrong and what was found (CO-1, CO-81). */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartRefused(String message) {
        super(message, null, false, false);
    }
}
