package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.Pinyin;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicSuggestion;

/** Names of public products and their units by how they begin, in characters or as they are spelled in pinyin (PF-70). */
@Singleton
class SuggestedNames {
    private static final Title PRODUCT = new Title("产品", "Product");
    private static final Title UNIT = new Title("单位", "Unit");

    /** A name of many characters with several readings each is found by the usual ones. */
    private static final int SPELLINGS = 6;

    /** A spelling is known up to here: nobody types more. */
    private static final int LONGEST = 80;

    /** Above every text that begins with what stands before it. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    private final PublicNameRepository names;

    SuggestedNames(PublicNameRepository names) {
        this.names = names;
    }

    /** Keeps the two names of a product, in the transaction under way. */
    void keep(String product, String unit) {
        keep(product, false);
        keep(unit, true);
    }

    private void keep(String name, boolean unit) {
        var folded = Folding.search(name);
        if (!folded.isEmpty()) {
            names.keep(keys(folded).toArray(String[]::new), name, folded, unit);
        }
    }

    /** Keeps a name under what it is folded to today. Its former characters stay a key, which nobody's text folds to. */
    void fold(NameRow name) {
        names.fold(
                keys(Folding.search(name.text())).toArray(String[]::new),
                name.text(),
                Folding.search(name.text()),
                name.unit());
        keep(name.text(), name.unit());
    }

    /** Spells some names that are found by their characters alone so far; how many there were. */
    int spell(int most) {
        var unspelled = names.unspelled(most);
        unspelled.forEach(row -> {
            keep(row.text(), row.unit());
            names.spelled(row.text(), row.unit());
        });
        return unspelled.size();
    }

    /** Names that begin so. */
    List<PublicSuggestion> beginning(String typed) {
        // ü is typed as v, where somebody has a key for it at all.
        var begun = Folding.search(typed).replace('ü', 'v');
        return begun.isEmpty() ? List.of() : suggested(begun, begun + END);
    }

    /** Names that sound as a text: of Han characters, whose writer took others of the same sound, or as it is spelled. */
    List<PublicSuggestion> sounding(String text) {
        var folded = Folding.search(text);
        return folded.codePointCount(0, folded.length()) < 2
                ? List.of()
                : Pinyin.spellings(folded, SPELLINGS).stream()
                        .flatMap(spelling -> suggested(spelling, spelling + END).stream())
                        .distinct()
                        .limit(PublicSuggestion.MOST)
                        .toList();
    }

    private List<PublicSuggestion> suggested(String begin, String end) {
        return names.beginning(begin, end).stream()
                .map(row -> new PublicSuggestion(row.text(), row.unit() ? UNIT : PRODUCT))
                .distinct()
                .limit(PublicSuggestion.MOST)
                .toList();
    }

    /** What a name is found by. */
    private static Set<String> keys(String folded) {
        var keys = new LinkedHashSet<String>();
        keys.add(cut(folded));
        Pinyin.spellings(folded, SPELLINGS).forEach(spelling -> keys.add(cut(spelling)));
        Pinyin.initials(folded, SPELLINGS).forEach(initials -> keys.add(cut(initials)));
        return keys;
    }

    private static String cut(String key) {
        return key.codePointCount(0, key.length()) <= LONGEST
                ? key
                : key.substring(0, key.offsetByCodePoints(0, LONGEST));
    }
}
