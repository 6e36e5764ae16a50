package org.tongban.core.module;

import io.micronaut.context.exceptions.ConfigurationException;

/** Finds the one sentence that says why a start failed. */
final class StartFailure {
    private StartFailure() {}

    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return String.valueOf(cause.getMessage());
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                return "The configuration is wrong: " + cause.getMessage();
            }
        }
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The platform did not start: " + root;
    }
}
