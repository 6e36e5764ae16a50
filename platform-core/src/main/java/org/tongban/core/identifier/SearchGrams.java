package org.tongban.core.identifier;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tokens of a searched text in one {@code text[]} (PF-70): every 1- and 2-gram of the folded text, and facets such as
 * {@code s:filed}, which no gram can equal because folding drops the colon.
 */
public final class SearchGrams {
    /** The letters before a patent number, or before the beginning of one. */
    private static final Pattern OFFICE = Pattern.compile("^(zl|cn)(?=\\d{4})");

    /** Folding drops punctuation, so no folded text holds this. */
    private static final List<String> NOTHING = List.of(".");

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
     * The tokens that a row must hold to answer a query, {@code grams @> cast(:asked as text[])}; empty for a blank query. Rows found are to be rechecked by {@link #words}, for grams may stand apart.
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

    /**
     * The folded words of a query, each of which the folded text must hold as it stands. A patent number is one word in
     * any spelling; a query of punctuation alone has a word that no text holds, and so finds nothing.
     */
    public static List<String> words(String query) {
        if (query.isBlank()) {
            return List.of();
        }
        if (PatentNumber.parse(query) instanceof Parsed.Valid<PatentNumber> number) {
            return List.of(Folding.search(number.identifier().value()));
        }
        var words = Arrays.stream(query.split("[\\s\\u3000]+"))
                .map(Folding::search)
                .map(word -> OFFICE.matcher(word).replaceFirst(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return words.isEmpty() ? NOTHING : words;
    }

    private static void addGrams(int[] characters, int size, Set<String> grams) {
        for (var i = 0; i + size <= characters.length; i++) {
            grams.add(new String(characters, i, size));
        }
    }
}
