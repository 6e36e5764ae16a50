package org.tongban.core.publicdata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A collection that anyone may search (CO-2, PF-70). Its content comes from the bean of {@link PublicCollectionSource}
 * with the same id.
 *
 * @param id the name in paths, say {@code products}; unique over all modules
 * @param facets the filters that a search offers, in the order shown; the one with the parameter {@code state} names the
 *     states by word, and the home page shows the counts in the order of its choices
 * @param ending what its records are called together that are shown for a limited time, say “In publicity”; null where no
 *     record is
 */
public record PublicCollection(
        String id,
        Title title,
        List<Facet> facets,
        @Nullable Title ending) {
    /** A collection none of whose records is shown for a limited time. */
    public PublicCollection(String id, Title title, List<Facet> facets) {
        this(id, title, facets, null);
    }

    /** The filter with this parameter. */
    public Optional<Facet> facet(String parameter) {
        return facets.stream()
                .filter(facet -> facet.parameter().equals(parameter))
                .findFirst();
    }

    /**
     * A filter.
     *
     * @param parameter its query parameter
     * @param choices the values offered; without any it takes a text
     * @param pattern what such a text must match whole; null where any will do
     */
    public record Facet(
            String parameter,
            Title title,
            List<Choice> choices,
            @Nullable Pattern pattern) {
        /** A filter of these values; without any it takes any text. */
        public Facet(String parameter, Title title, List<Choice> choices) {
            this(parameter, title, choices, null);
        }
    }

    /** A value of a filter. */
    public record Choice(String value, Title title) {}
}
