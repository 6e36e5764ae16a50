package org.tongban.core.publicdata;

import java.util.List;
import java.util.Optional;
import org.tongban.core.module.Title;

/**
 * A collection that anyone may search (CO-2, PF-70). Its content comes from the bean of {@link PublicCollectionSource}
 * with the same id.
 *
 * @param id the name in paths, say {@code products}; unique over all modules
 * @param facets the filters that a search offers, in the order shown; the one with the parameter {@code state} names the
 *     states by word, and the home page shows the counts in the order of its choices
 */
public record PublicCollection(String id, Title title, List<Facet> facets) {
    /** The filter with this parameter. */
    public Optional<Facet> facet(String parameter) {
        return facets.stream()
                .filter(facet -> facet.parameter().equals(parameter))
                .findFirst();
    }

    /** A filter: its query parameter, its title, and the values offered; without values it takes any text. */
    public record Facet(String parameter, Title title, List<Choice> choices) {}

    /** A value of a filter. */
    public record Choice(String value, Title title) {}
}
