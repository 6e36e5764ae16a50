package org.tongban.server;

import java.io.Serial;

/** The installation cannot be started as it is; the message is one sentence for the terminal. */
final class LaunchRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    LaunchRefused(String sentence) {
        super(sentence);
    }

    LaunchRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
