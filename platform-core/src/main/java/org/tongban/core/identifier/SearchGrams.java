package org.tongban.core.identifier;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tokens of a searched text in one {@code text[]} (PF-70): every 1- and 2-gram of the folded text, and facets such as
 * {@code s:filed}, which no gram can equal because folding drops the colon.
 */
public final class SearchGrams {
    /** The letters before a patent number, or before the beginning of one. */
    private static final Pattern OFFICE = Pattern.compile("^(zl|cn)(?=\\d{4})");

    /**
     * Numbers that people write in groups: of a patent, be it without its check digit, of a receipt, a filing or a
     * certificate, and a credit code.
     */
    private static final Pattern NUMBER = Pattern.compile(
            "(?:zl|cn)?((?:\\d{8}|\\d{12})[\\dx]?|[a-z]{2}(?:19|[2-9]\\d)\\d{9,10}|[0-9a-z]{2}\\d{6}[0-9a-z]{10})");

    private static final Pattern NUMBERED = Pattern.compile("[a-z0-9]*[0-9][a-z0-9]*");
    private static final String NUMBER_MARK = "#";
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 6;

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
     * The tokens that a row must hold to answer a query, {@code grams @> cast(:asked as text[])}; empty for a blank query.
     * Rows found are to be rechecked by {@link #words}, for grams may stand apart.
     */
    public static String[] asked(String query, Collection<String> facets) {
        Set<String> grams = new LinkedHashSet<>();
        words(query).forEach(word -> grams.addAll(List.of(askedOf(word))));
        grams.removeIf(
                gram -> facets.stream().anyMatch(token -> token.startsWith(NUMBER_MARK) && token.contains(gram)));
        grams.addAll(facets);
        return grams.toArray(String[]::new);
    }

    /**
     * Further tokens that a row must hold to answer a query, for tables whose rows bear them: two digits stand in almost every
     * text with a number, so of each run of Latin letters and digits with a digit in it all parts of three to six characters
     * are tokens, behind a sign that folding drops. Given to {@link #asked} as facets they stand for the grams within them.
     */
    public static List<String> askedNumbers(String query) {
        Set<String> tokens = new LinkedHashSet<>();
        for (var word : words(query)) {
            NUMBERED.matcher(word).results().map(MatchResult::group).forEach(run -> addParts(run, tokens));
        }
        return List.copyOf(tokens);
    }

    private static void addParts(String run, Set<String> tokens) {
        int size = Math.min(run.length(), LONGEST_PART);
        for (var i = 0; size >= SHORTEST_PART && i + size <= run.length(); i++) {
            tokens.add(NUMBER_MARK + run.substring(i, i + size));
        }
    }

    /** The grams that a text must hold to hold this folded word. */
    public static String[] askedOf(String word) {
        Set<String> grams = new LinkedHashSet<>();
        var characters = word.codePoints().toArray();
        addGrams(characters, Math.min(2, characters.length), grams);
        return grams.toArray(String[]::new);
    }

    /**
     * The folded words of a query, each of which the folded text must hold as it stands; blanks and what parts words in Chinese
     * part them, be it that a name has such a sign inside: its parts are found all the same. A number is one word in any
     * spelling, whatever blanks part it; a query of punctuation alone has a word that no text holds, and so finds nothing.
     */
    public static List<String> words(String query) {
        if (query.isBlank()) {
            return List.of();
        }
        if (PatentNumber.parse(query) instanceof Parsed.Valid<PatentNumber> number) {
            return List.of(Folding.search(number.identifier().value()));
        }
        var number = NUMBER.matcher(Folding.search(query));
        if (number.matches()) {
            return List.of(number.group(1));
        }
        var words = Arrays.stream(query.split("[\\s\\u3000，、；。]+"))
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
