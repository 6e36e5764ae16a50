package org.tongban.core.publicdata;

import org.tongban.core.module.Title;

/**
 * A text that a search may be after (PF-70).
 *
 * @param kind what it names, say a product or a unit
 */
public record PublicSuggestion(String text, Title kind) {
    /** No more are offered at once. */
    public static final int MOST = 8;
}
