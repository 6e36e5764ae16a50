package org.tongban.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a {@link StatementLog} as a script of pgbench's. Each client goes through records of its own, which a
 * table {@code public.bench_place (n, record, other)} lists; ids and texts that the platform made are made anew.
 */
final class PgbenchScript {
    /** Needs {@code -D turn=-1}: every client counts its turns by itself. */
    static final String COUNTER = "turn=-1";

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private PgbenchScript() {}

    /** @param each how many records a client has */
    static String of(JsonNode captured, int each) {
        var made = new TreeSet<String>();
        var statements = new ArrayList<String>();
        for (var step : captured.path("statements")) {
            statements.add(statement(step, made));
        }
        var fresh = made.stream()
                .map(name -> (name.startsWith("id") ? "gen_random_uuid()" : "left(md5(cast(random() as text)), 16)")
                        + " as " + name)
                .collect(Collectors.joining(", "));
        return """
            \\set turn :turn + 1
            \\set n :client_id * %d + :turn
            select record as record, other as other%s from public.bench_place where n = :n \\gset
            begin;
            %s
            commit;
            """.formatted(each, fresh.isEmpty() ? "" : ", " + fresh, String.join("\n", statements));
    }

    private static String statement(JsonNode step, TreeSet<String> made) {
        var parts = step.path("sql").asText().replace('\n', ' ').split("\\?", -1);
        var text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            var parameter = step.path("parameters").path(i - 1);
            text.append(value(parameter.isNull() ? null : parameter.asText(), made))
                    .append(parts[i]);
        }
        return text.append(';').toString();
    }

    private static String value(@Nullable String parameter, TreeSet<String> made) {
        if (parameter == null) {
            return "null";
        }
        var pieces = new ArrayList<String>();
        var place = PLACE.matcher(parameter);
        int from = 0;
        while (place.find()) {
            if (place.start() > from) {
                pieces.add(literal(parameter.substring(from, place.start())));
            }
            pieces.add(variable(place.group(1), made));
            from = place.end();
        }
        if (from < parameter.length() || pieces.isEmpty()) {
            pieces.add(literal(parameter.substring(from)));
        }
        return pieces.size() == 1
                ? pieces.getFirst()
                : pieces.stream()
                        .map(piece -> "cast(" + piece + " as text)")
                        .collect(Collectors.joining(" || ", "(", ")"));
    }

    private static String variable(String name, TreeSet<String> made) {
        return switch (name) {
            case "id" -> ":record";
            case "file" -> ":other";
            default -> {
                made.add(name);
                yield ":" + name;
            }
        };
    }

    /** Without a colon, which pgbench would take for the beginning of a variable, be it in quotes. */
    private static String literal(String text) {
        return "E'"
                + text.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace("\n", "\\n")
                        .replace(":", "\\x3a")
                + "'";
    }
}
