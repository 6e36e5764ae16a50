package org.tongban.core.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list (CO-11): cursors are opaque and absent at their end. */
@Serdeable
public record PageOf<T>(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<T> items,

        @Nullable
        @Schema(description = "The cursor of the next page; absent on the last", example = "AZihwHseejqfUj0eanuMkA")
        String nextCursor,

        @Nullable
        @Schema(description = "The cursor of the page before; absent on the first", example = "AZihwHseejqfUj0eanuMkAE")
        String prevCursor,

        @Nullable
        @Schema(description = "How many there are, where count=true asked for it; up to 10,000", example = "42")
        Long total,

        @Nullable @Schema(description = "Stands for total where there are more than this", example = "10000")
        Long totalAtLeast) {
    /** Up to here lists are counted exactly. */
    public static final int COUNTED = 10_000;

    /** A page that was not counted. */
    public PageOf(List<T> items, @Nullable String nextCursor, @Nullable String prevCursor) {
        this(items, nextCursor, prevCursor, null, null);
    }

    /**
     * The page with the number of rows on all pages, where it was asked for.
     *
     * @param rows counts the rows that match, and stops at the number it is given
     */
    public PageOf<T> counted(boolean asked, IntToLongFunction rows) {
        if (!asked) {
            return this;
        }
        long found = rows.applyAsLong(COUNTED + 1);
        return found > COUNTED
                ? new PageOf<>(items, nextCursor, prevCursor, null, (long) COUNTED)
                : new PageOf<>(items, nextCursor, prevCursor, found, null);
    }
}
