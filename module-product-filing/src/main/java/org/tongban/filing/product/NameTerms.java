package org.tongban.filing.product;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongban.core.identifier.Folding;

/**
 * The terms of a product's name by which patents are looked for (PF-32). Chinese names are written without spaces: every
 * three characters that stand together are taken for a term, two of them say too little (系统, 装置).
 */
final class NameTerms {
    private static final int CHARACTERS = 3;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern LATIN = Pattern.compile("(?=[a-z0-9]*[a-z])[a-z0-9]{3,}");

    private NameTerms() {}

    /** Letters and digits alone, in lower case. */
    static Set<String> of(String name) {
        var folded = Folding.search(name).toLowerCase(Locale.ROOT);
        var terms = new LinkedHashSet<String>();
        HAN.matcher(folded).results().forEach(run -> terms.addAll(parts(run.group())));
        LATIN.matcher(folded).results().forEach(run -> terms.add(run.group()));
        return terms;
    }

    private static List<String> parts(String run) {
        var characters = run.codePoints().mapToObj(Character::toString).toList();
        if (characters.size() <= CHARACTERS) {
            return List.of(run);
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i + CHARACTERS <= characters.size(); i++) {
            parts.add(characters.subList(i, i + CHARACTERS).stream().collect(Collectors.joining()));
        }
        return parts;
    }
}
