package org.tongban.core.message;

import java.util.List;
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
}
