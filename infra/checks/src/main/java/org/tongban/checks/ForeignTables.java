package org.tongban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** No module's SQL names a table of another or of the platform (CO-6); migrations may call the platform's functions. */
final class ForeignTables {
    private static final Pattern DESCRIPTOR =
            Pattern.compile("(platform-core|module-[^/]+)/src/main/resources/META-INF/tongban/module\\.properties");
    private static final Pattern SCHEMA = Pattern.compile("(?m)^schema=(\\w+)$");
    /** The words that a table's name follows, so that the text of a path or a package is none. */
    private static final String NAMING = "(?i:\\b(?:from|join|into|update|table|references|on|truncate|view|using)\\s+"
            + "(?:only\\s+|if\\s+(?:not\\s+)?exists\\s+)?)";

    private ForeignTables() {}

    /** Answers each line of a module's queries and migrations that names a table in a schema not its own. */
    static List<String> violations(List<SourceFile> texts) {
        var schemas = new TreeMap<String, String>();
        for (var text : texts) {
            var descriptor = DESCRIPTOR.matcher(text.path());
            var schema = SCHEMA.matcher(text.text());
            if (descriptor.matches() && schema.find()) {
                schemas.put(descriptor.group(1), schema.group(1));
            }
        }
        var violations = new ArrayList<String>();
        for (var text : texts) {
            var module = text.path().replaceFirst("/.*", "");
            if (schemas.containsKey(module) && isSql(text)) {
                schemas.forEach((other, schema) -> {
                    if (!other.equals(module)) {
                        violations.addAll(naming(text, schema));
                    }
                });
            }
        }
        return violations;
    }

    private static boolean isSql(SourceFile text) {
        return text.isMainJava() || text.path().matches(".*/src/main/resources/db/migration/.*\\.sql");
    }

    private static List<String> naming(SourceFile text, String schema) {
        var table = Pattern.compile(NAMING + "(" + schema + "\\.\\w+)\\b(?!\\s*\\(|\\.)");
        var lines = text.lines();
        var found = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var match = table.matcher(lines.get(i));
            var comment = lines.get(i).strip().matches("(?:\\*|//|/\\*|--|import ).*");
            if (!comment && match.find()) {
                found.add("%s:%d: %s is another's table: ask its module or the platform"
                        .formatted(text.path(), i + 1, match.group(1)));
            }
        }
        return found;
    }
}
