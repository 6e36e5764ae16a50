package org.tongban.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rules by number with a few words each, from {@code docs/rules.txt}: a line {@code # CO Platform} begins a family.
 *
 * @param families the title of each family by its letters
 * @param titles the words of each rule by its number
 */
public record RuleTitles(Map<String, String> families, Map<String, String> titles) {
    private static final Pattern FAMILY = Pattern.compile("# ([A-Z]{2}) (.+)");
    private static final Pattern RULE = Pattern.compile("([A-Z]{2}-\\d+[a-z]?) (.+)");

    /** Reads the list; whatever stands before the first family is a remark. */
    public static RuleTitles read(String text) {
        var families = new LinkedHashMap<String, String>();
        var titles = new LinkedHashMap<String, String>();
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
            var family = FAMILY.matcher(line);
            var rule = RULE.matcher(line);
            if (family.matches()) {
                families.put(family.group(1), family.group(2));
            } else if (rule.matches()) {
                if (titles.put(rule.group(1), rule.group(2)) != null) {
                    throw new IllegalArgumentException("docs/rules.txt has " + rule.group(1) + " twice");
                }
            } else if (!families.isEmpty()) {
                throw new IllegalArgumentException("docs/rules.txt has a line that is no rule: " + line);
            }
        }
        return new RuleTitles(families, titles);
    }

    /** The numbers of one family, in the order of the list. */
    List<String> of(String family) {
        var numbers = new ArrayList<String>();
        titles.keySet().stream()
                .filter(number -> number.startsWith(family + "-"))
                .forEach(numbers::add);
        return numbers;
    }
}
