package org.tongban.core.form;

import org.jspecify.annotations.Nullable;

/** Says whether a code stands in a reference set, for {@code x-reference} (CO-31). */
@FunctionalInterface
public interface ReferenceLookup {
    /** @param level the level the code must be of; null for any, as where a form accepts the deepest loaded (CO-70) */
    boolean holds(String set, @Nullable Integer level, String code);
}
