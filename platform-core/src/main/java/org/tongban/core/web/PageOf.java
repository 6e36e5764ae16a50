package org.tongban.core.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list (CO-11): cursors are opaque and absent at their end. */
@Serdeable
public record PageOf<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable String prevCursor) {}
