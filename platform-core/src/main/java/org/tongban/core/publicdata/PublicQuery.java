package org.tongban.core.publicdata;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to a public collection (PF-70).
 *
 * @param text what to find inside names, numbers and titles, as typed; empty for all
 * @param facets chosen filters by parameter
 * @param cursor where the page begins, from the page before; null for the first
 * @param limit rows a page, 1 to 100
 * @param count whether to count what matches, which costs as much as is found
 */
public record PublicQuery(
        String text, Map<String, String> facets, @Nullable String cursor, int limit, boolean count) {
    /** Rows of the longest page. */
    public static final int MOST = 100;
}
