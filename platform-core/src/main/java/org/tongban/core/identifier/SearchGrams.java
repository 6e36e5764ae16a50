package org.tongban.core.identifier;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a searched text in one {@code text[]} (PF-70): every 1- and 2-gram of the folded text, and facets such as
 * {@code s:filed}, which no gram can equal because folding drops the colon.
 */
public final class SearchGrams {
    private SearchGrams() {}

    /** The distinct grams of the texts with the facet tokens, for the column. */
    public static String[] of(Collection<String> texts, Collection<String> facets) {
        Set<String> grams = new LinkedHashSet<>();
        for (var text : texts) {
            var characters = Folding.search(text).codePoints().toArray();
            addGrams(characters, 1, grams);
            addGrams(characters, 2, grams);
        }
        grams.addAll(facets);
        return grams.toArray(String[]::new);
    }

    /** The distinct grams of one text, for the column. */
    public static String[] of(String text) {
        return of(List.of(text), List.of());
    }

    /**
     * The tokens that a row must hold to answer a query, {@code grams @> cast(:asked as text[])}; empty for a query
     * without a letter or digit. Rows found are to be rechecked by {@link #words}, for grams may stand apart.
     */
    public static String[] asked(String query, Collection<String> facets) {
        Set<String> grams = new LinkedHashSet<>();
        for (var word : words(query)) {
            var characters = word.codePoints().toArray();
            addGrams(characters, Math.min(2, characters.length), grams);
        }
        grams.addAll(facets);
        return grams.toArray(String[]::new);
    }

    /** The folded words of a query, each of which the folded text must hold as it stands. */
    public static List<String> words(String query) {
        return Arrays.stream(query.split("[\\s\\u3000]+"))
                .map(Folding::search)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static void addGrams(int[] characters, int size, Set<String> grams) {
        for (var i = 0; i + size <= characters.length; i++) {
            grams.add(new String(characters, i, size));
        }
    }
}
