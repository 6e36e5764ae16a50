package org.tongban.core.console.section;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** The addresses of sections and their records: {@code /console/sections/<section>/<key>}. */
public final class SectionKey {
    /** Between the values of a key of several, which none of them holds. */
    static final String BETWEEN = "~";

    /** Stands for no record. */
    static final String NONE = "-";

    private SectionKey() {}

    static String list(String section) {
        return ConsolePages.SECTIONS + "/" + section;
    }

    /** Where a record of a section is shown. */
    public static String record(String section, String key) {
        return list(section) + "/"
                + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String action(String section, String key, String operation) {
        return record(section, key) + "/" + operation;
    }

    /** The path variables that the key stands for; none for {@link #NONE}. */
    static Map<String, String> variables(ConsoleSection section, String key) {
        var variables = new LinkedHashMap<String, String>();
        if (key.equals(NONE)) {
            return variables;
        }
        var values = List.of(key.split(BETWEEN, -1));
        if (values.size() != section.key().size()) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        for (int i = 0; i < values.size(); i++) {
            variables.put(section.key().get(i), values.get(i));
        }
        return variables;
    }
}
