package org.tongban.portal;

import java.util.Locale;

/** The size of a file as people read it. */
final class Sizes {
    private static final long KILO = 1024;

    private Sizes() {}

    static String told(long bytes) {
        return bytes < KILO * KILO
                ? Math.max(1, bytes / KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
