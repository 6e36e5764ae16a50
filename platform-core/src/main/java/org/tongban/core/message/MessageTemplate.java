package org.tongban.core.message;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message's text (CO-40). Parameters stand in braces; the first word of the id is the module's message prefix.
 *
 * @param id as in the Messages tables, say {@code filing.filed}
 * @param text the Chinese text
 */
public record MessageTemplate(String id, String text) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    /** The names of the parameters in the order of the text. */
    public List<String> parameters() {
        return PARAMETER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /**
     * The text with its parameters filled in. A value is put as it is: braces in it name no parameter.
     *
     * @throws IllegalArgumentException where a parameter has no value
     */
    public String text(Map<String, String> values) {
        return PARAMETER.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "the message %s needs the parameter %s".formatted(id, found.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
