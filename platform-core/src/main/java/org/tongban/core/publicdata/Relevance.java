package org.tongban.core.publicdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.SearchGrams;

/**
 * In which order records answer a text (PF-70): what has it as its name, begins with it, holds it in its name, then the same
 * of the name of its holder, and last what holds it elsewhere. Each of these tiers is a question of its own, which the index
 * of grams bounds: grams of the two names stand there once more with a mark that no folded text has.
 */
public final class Relevance {
    private static final String NAME = "n";
    private static final String HOLDER = "u";

    /** More of a name stands in no token; the recheck knows the rest. */
    private static final int LONGEST = 60;

    /** Folding drops the stop, so no folded name is like this. */
    private static final String[] NONE = {"."};

    private static final String[] ANY = {};

    private final List<String> words;
    private final String whole;
    private final Collection<String> facets;
    private final String[] asked;

    /**
     * A question.
     *
     * @param text as typed
     * @param facets the tokens of the chosen filters
     */
    public Relevance(String text, Collection<String> facets) {
        this.words = SearchGrams.words(text);
        this.whole = String.join("", words);
        this.facets = facets;
        this.asked = SearchGrams.asked(text, facets);
    }

    /**
     * What a tier asks: grams for the index, and patterns to recheck. Of a record each pattern of {@code names} is like its
     * folded name, and not each of {@code otherNames}; {@code holders} and {@code otherHolders} are the same of its holder's,
     * and each of {@code texts} is like its text.
     *
     * @param rank the tier's place, from 0 for the best
     * @param whole where it is everything, the text that tells the best of it: folded, its words in one
     */
    public record Tier(
            int rank,
            String[] grams,
            String[] names,
            String[] otherNames,
            String[] holders,
            String[] otherHolders,
            String[] texts,
            @Nullable String whole) {}

    /** The tokens of a record beside the grams of its text. */
    public static List<String> tokens(String name, String holder) {
        var tokens = new LinkedHashSet<String>();
        add(tokens, NAME, Folding.search(name));
        add(tokens, HOLDER, Folding.search(holder));
        return List.copyOf(tokens);
    }

    /** The patterns of the words anywhere in a text; none where nothing is asked. */
    public String[] texts() {
        return words.stream().map(Relevance::inside).toArray(String[]::new);
    }

    /** Everything that answers, whatever its tier: what there is to count, and to read where it is little. */
    public Tier all() {
        return new Tier(0, asked, ANY, NONE, ANY, NONE, texts(), whole.isEmpty() ? null : whole);
    }

    /** The tiers from the best; together they are {@link #all}, and no record is in two of them. */
    public List<Tier> tiers() {
        var inside = one(inside(whole));
        var begun = one(whole + "%");
        var same = one(whole);
        var tiers = new ArrayList<Tier>();
        tiers.add(new Tier(0, exact(NAME), same, NONE, ANY, NONE, ANY, null));
        tiers.add(new Tier(1, begins(NAME), begun, same, ANY, NONE, ANY, null));
        tiers.add(new Tier(2, holds(NAME, List.of(whole)), inside, begun, ANY, NONE, ANY, null));
        tiers.add(new Tier(3, exact(HOLDER), ANY, inside, same, NONE, ANY, null));
        tiers.add(new Tier(4, begins(HOLDER), ANY, inside, begun, same, ANY, null));
        tiers.add(new Tier(5, holds(HOLDER, List.of(whole)), ANY, inside, inside, begun, ANY, null));
        if (words.size() > 1) {
            tiers.add(new Tier(6, holds(NAME, words), texts(), inside, ANY, inside, ANY, null));
        }
        tiers.add(new Tier(7, asked, ANY, texts(), ANY, inside, texts(), null));
        return tiers;
    }

    /** The tier of a record that answers. */
    public int rank(String name, String holder) {
        var folded = Folding.search(name);
        var its = rank(folded);
        if (its <= 2) {
            return its;
        }
        var holders = rank(Folding.search(holder));
        if (holders <= 2) {
            return 3 + holders;
        }
        return words.size() > 1 && words.stream().allMatch(folded::contains) ? 6 : 7;
    }

    private int rank(String folded) {
        if (folded.equals(whole)) {
            return 0;
        }
        return folded.startsWith(whole) ? 1 : folded.contains(whole) ? 2 : 3;
    }

    private String[] exact(String mark) {
        return tokens(List.of(whole(mark, whole)));
    }

    private String[] begins(String mark) {
        var begin = first(whole, 2);
        return tokens(
                Stream.concat(Stream.of(mark + "^" + begin), grams(mark, whole)).toList());
    }

    private String[] holds(String mark, List<String> parts) {
        return tokens(parts.stream().flatMap(part -> grams(mark, part)).toList());
    }

    private String[] tokens(List<String> grams) {
        return Stream.concat(grams.stream(), facets.stream()).distinct().toArray(String[]::new);
    }

    private static void add(Collection<String> tokens, String mark, String folded) {
        if (folded.isEmpty()) {
            return;
        }
        tokens.add(whole(mark, folded));
        tokens.add(mark + "^" + first(folded, 1));
        tokens.add(mark + "^" + first(folded, 2));
        Arrays.stream(SearchGrams.of(folded)).map(gram -> mark + ":" + gram).forEach(tokens::add);
    }

    private static Stream<String> grams(String mark, String part) {
        return Arrays.stream(SearchGrams.askedOf(part)).map(gram -> mark + ":" + gram);
    }

    private static String whole(String mark, String folded) {
        return mark + "=" + first(folded, LONGEST);
    }

    private static String first(String folded, int most) {
        return folded.codePointCount(0, folded.length()) <= most
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, most));
    }

    private static String inside(String word) {
        return "%" + word + "%";
    }

    private static String[] one(String pattern) {
        return new String[] {pattern};
    }
}
