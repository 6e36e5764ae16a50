package org.tongban.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request of a {@link Guide}, with what its comments expect of the answer and keep of it. */
final class GuideStep {
    private static final Pattern STATUS = Pattern.compile("# → (\\d{3})");
    private static final Pattern KEEP = Pattern.compile("# → ([A-Z_]+) = (\\..+)");
    private static final Pattern UNTIL = Pattern.compile("# until (\\.\\S+) (=|contains) (.+)");
    private static final int TRIES = 150;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String command;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> variables;
    private final Path folder;

    GuideStep(String block, Map<String, String> variables, Path folder) {
        var lines = new ArrayList<String>();
        block.lines().forEach(line -> (line.startsWith("# ") ? notes : lines).add(line));
        this.command = String.join("\n", lines);
        this.variables = variables;
        this.folder = folder;
    }

    void run(Api api) {
        var request = CurlCommand.parse(command, variables);
        var answer = request.send(api, folder);
        for (int tries = 1; !reached(answer); tries++) {
            if (tries == TRIES) {
                throw new AssertionError(command + "\nnever came to " + notes + ": " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = request.send(api, folder);
        }
        expect(answer);
        keep(answer);
    }

    private boolean reached(Answer answer) {
        for (var note : notes) {
            var until = UNTIL.matcher(note);
            if (until.matches()) {
                var value = field(answer.json(), until.group(1)).asText();
                var wanted = CurlCommand.replaced(until.group(3), variables);
                return until.group(2).equals("=") ? value.equals(wanted) : value.contains(wanted);
            }
        }
        return true;
    }

    private void expect(Answer answer) {
        var wanted = notes.stream()
                .map(STATUS::matcher)
                .filter(Matcher::matches)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst();
        boolean right = wanted.map(status -> status == answer.status()).orElse(answer.status() / 100 == 2);
        if (!right) {
            throw new AssertionError(command + "\nanswered " + answer);
        }
    }

    private void keep(Answer answer) {
        for (var note : notes) {
            var keep = KEEP.matcher(note);
            if (keep.matches()) {
                var value = field(answer.json(), keep.group(2)).asText();
                if (value.isEmpty()) {
                    throw new AssertionError(command + "\nhas no " + keep.group(2) + ": " + answer);
                }
                variables.put(keep.group(1), value);
            }
        }
    }

    /** {@code .a.b[0].c} and {@code .items[key=value].id}. */
    private JsonNode field(JsonNode json, String path) {
        var node = json;
        for (var name : CurlCommand.replaced(path, variables).substring(1).split("\\.(?![^\\[]*\\])")) {
            int bracket = name.indexOf('[');
            node = node.path(bracket < 0 ? name : name.substring(0, bracket));
            if (bracket >= 0) {
                node = element(node, name.substring(bracket + 1, name.length() - 1));
            }
        }
        return node;
    }

    private static JsonNode element(JsonNode list, String chosen) {
        int equals = chosen.indexOf('=');
        if (equals < 0) {
            return list.path(Integer.parseInt(chosen));
        }
        for (var item : list) {
            if (item.path(chosen.substring(0, equals)).asText().equals(chosen.substring(equals + 1))) {
                return item;
            }
        }
        return list.path(-1);
    }
}
