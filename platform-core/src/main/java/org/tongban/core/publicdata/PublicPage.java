package org.tongban.core.publicdata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of results (CO-11). Cursors are absent at their end.
 *
 * @param total how many there are where the query asked for it, exact up to {@code 10,000}; beyond that {@code atLeast} is
 *     true
 */
public record PublicPage(
        List<PublicRecord> items,
        @Nullable String nextCursor,
        @Nullable String prevCursor,
        @Nullable Long total,
        boolean atLeast) {}
