package org.tongban.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/**
 * The statements that the platform sends for one request, from PostgreSQL's log, as a script that the bare application
 * replays: what belongs to the record becomes a place for another record's, and ids made meanwhile are made anew.
 */
final class StatementLog {
    private static final Pattern ENTRY =
            Pattern.compile("(?m)^\\S+ \\S+ \\S+ \\[(\\d+)] (LOG|DETAIL):  ((?s:.*?))(?=\\n[^\\t]|\\z)");
    private static final Pattern EXECUTED = Pattern.compile("(?s)execute [^:]+: (.*)");
    private static final Pattern PARAMETER = Pattern.compile("(?s)\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}\\d{4}-\\d{7}-\\d");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private record Statement(String sql, Map<Integer, @Nullable String> parameters) {}

    private StatementLog() {}

    /**
     * Writes the script of a request's transaction.
     *
     * @param record the id that tells the transaction from others, in the log's parameters
     * @param places what else belongs to the record, and the place it becomes
     */
    static void capture(Stack stack, String name, String record, Map<String, String> places, Supplier<JsonNode> request)
            throws SQLException, IOException {
        var log = stack.embedded().log();
        long begin = Files.size(log);
        long now = System.currentTimeMillis();
        JsonNode answer;
        try (var superuser = stack.embedded().superuser();
                var statement = superuser.createStatement()) {
            statement.execute("alter system set log_statement = 'all'");
            statement.execute("select pg_reload_conf()");
            awaitSetting(stack);
            answer = request.get();
            statement.execute("alter system reset log_statement");
            statement.execute("select pg_reload_conf()");
        }
        var bytes = Files.readAllBytes(log);
        var text = new String(bytes, (int) begin, bytes.length - (int) begin, StandardCharsets.UTF_8);
        var all = new HashMap<>(places);
        all.put(record, "${id}");
        var script = script(transaction(text, record), all, now);
        script.set("answer", answer);
        Files.createDirectories(stack.scripts());
        Files.writeString(stack.scripts().resolve(name + ".json"), script.toString());
    }

    private static void awaitSetting(Stack stack) throws SQLException {
        for (int tries = 0; tries < 100; tries++) {
            try (var connection = stack.embedded().owner();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("show log_statement")) {
                row.next();
                if (row.getString(1).equals("all")) {
                    return;
                }
            }
        }
        throw new BenchFailed("PostgreSQL does not take a new setting.");
    }

    /** The statements between begin and commit of the transaction in which the record occurs most often. */
    private static List<Statement> transaction(String text, String record) {
        var open = new HashMap<String, List<Statement>>();
        List<Statement> best = List.of();
        long most = 0;
        var entry = ENTRY.matcher(text);
        while (entry.find()) {
            var statements = open.computeIfAbsent(entry.group(1), pid -> new ArrayList<>());
            if (entry.group(2).equals("DETAIL")) {
                readParameters(entry.group(3), statements);
                continue;
            }
            var executed = EXECUTED.matcher(entry.group(3).replace("\n\t", "\n"));
            if (!executed.matches()) {
                continue;
            }
            var sql = executed.group(1);
            if (sql.startsWith("BEGIN")) {
                statements.clear();
            } else if (sql.startsWith("COMMIT")) {
                long named = statements.stream()
                        .filter(statement -> statement.parameters().containsValue(record))
                        .count();
                if (named > most) {
                    most = named;
                    best = List.copyOf(statements);
                }
                statements.clear();
            } else {
                statements.add(new Statement(sql, new HashMap<>()));
            }
        }
        if (best.isEmpty()) {
            throw new BenchFailed("PostgreSQL's log does not hold the request's transaction.");
        }
        return best;
    }

    private static void readParameters(String detail, List<Statement> statements) {
        if (!statements.isEmpty()) {
            var parameter = PARAMETER.matcher(detail.replace("\n\t", "\n"));
            while (parameter.find()) {
                var value = parameter.group(3);
                statements
                        .getLast()
                        .parameters()
                        .put(Integer.parseInt(parameter.group(1)), value == null ? null : value.replace("''", "'"));
            }
        }
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode script(
            List<Statement> statements, Map<String, String> places, long now) {
        var script = JsonNodeFactory.instance.objectNode();
        var rows = script.putArray("statements");
        var made = new HashMap<String, String>();
        for (var statement : statements) {
            var row = rows.addObject().put("sql", PLACE.matcher(statement.sql()).replaceAll("?"));
            var parameters = row.putArray("parameters");
            PLACE.matcher(statement.sql())
                    .results()
                    .map(place -> value(statement, place))
                    .forEach(value -> parameters.add(value == null ? null : placed(value, places, made, now)));
        }
        return script;
    }

    private static @Nullable String value(Statement statement, MatchResult place) {
        return statement.parameters().get(Integer.parseInt(place.group(1)));
    }

    private static String placed(String value, Map<String, String> places, Map<String, String> made, long now) {
        var text = value;
        for (var place : places.entrySet()) {
            text = text.replace(place.getKey(), place.getValue());
        }
        if (NUMBER.matcher(text).matches()) {
            return made.computeIfAbsent(text, number -> "${text" + made.size() + "}");
        }
        // One alone, or in an array of those that one statement writes.
        return ID.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isSince(found.group(), now)
                                ? made.computeIfAbsent(found.group(), id -> "${id" + made.size() + "}")
                                : found.group()));
    }

    private static boolean isSince(String id, long now) {
        return UUID.fromString(id).getMostSignificantBits() >>> 16 >= now;
    }
}
