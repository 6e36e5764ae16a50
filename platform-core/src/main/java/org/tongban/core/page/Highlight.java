package org.tongban.core.page;

import java.util.ArrayList;
import java.util.List;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.page.Component.Part;

/** Finds what was searched for inside a text, folded as the search folds it (PF-70). Immutable. */
public final class Highlight {
    /** Marks nothing. */
    public static final Highlight NONE = new Highlight("");

    private final List<String> terms;

    /** Marks what a search for {@code query} finds. */
    public Highlight(String query) {
        this.terms = SearchGrams.words(query);
    }

    /** The text in pieces; together they are the text. */
    public List<Part> parts(String text) {
        var hits = hits(text);
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || hits[i] != hits[from]) {
                parts.add(new Part(text.substring(from, i), hits[from]));
                from = i;
            }
        }
        return parts;
    }

    private boolean[] hits(String text) {
        // Folding may lengthen a character (㎏ becomes kg) or drop it: every folded char remembers where it came from.
        var fold = new StringBuilder();
        var origin = new ArrayList<Integer>();
        var end = new ArrayList<Integer>();
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            var piece = Folding.search(text.substring(at, next));
            fold.append(piece);
            for (int i = 0; i < piece.length(); i++) {
                origin.add(at);
                end.add(next);
            }
            at = next;
        }
        var hits = new boolean[text.length()];
        for (var term : terms) {
            for (int at = fold.indexOf(term); at >= 0; at = fold.indexOf(term, at + term.length())) {
                int last = end.get(at + term.length() - 1);
                for (int i = origin.get(at); i < last; i++) {
                    hits[i] = true;
                }
            }
        }
        return hits;
    }
}
