package org.tongban.core.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An answer with a version, from which with its language its ETag is made (CO-12). */
public interface Versioned {
    long version();

    /** The version of what nobody counts: it follows from what is said, and so another has another one. */
    static long ofContent(Object said) {
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits()
                & Long.MAX_VALUE;
    }
}
