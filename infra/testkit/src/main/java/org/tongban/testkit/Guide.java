package org.tongban.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The steps of a guide, sent as they stand on the page: every {@code sh} block with curl is one request, and the comments
 * below it say what to expect and what to keep. {@code docs/README-steps} says how they are written.
 */
public final class Guide {
    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("# → (\\d{3})");
    private static final Pattern KEEP = Pattern.compile("# → ([A-Z_]+) = (\\..+)");
    private static final Pattern GIVEN = Pattern.compile("# → ([A-Z_]+) = ([^.].*)");
    private static final Pattern SET = Pattern.compile("([A-Z_]+)=(\\S+)");
    private static final Pattern UNTIL = Pattern.compile("# until (\\.\\S+) (=|contains) (.+)");

    private final List<String> blocks;

    private Guide(List<String> blocks) {
        this.blocks = blocks;
    }

    /** Reads a page. */
    public static Guide read(Path page) {
        try {
            return new Guide(BLOCK.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks as they stand, to compare a page with its translation. */
    public List<String> blocks() {
        return blocks;
    }

    /**
     * Sends every step in order.
     *
     * @param variables what the page takes from elsewhere; what steps keep is added
     * @param folder what {@code @file} and {@code -o} are relative to
     * @return how many requests were sent
     */
    public int run(Api api, Map<String, String> variables, Path folder) {
        int sent = 0;
        for (var block : blocks) {
            if (block.stripLeading().startsWith("curl ")) {
                new Step(block, variables, folder).run(api);
                sent++;
            } else {
                set(block, variables);
            }
        }
        return sent;
    }

    private static void set(String block, Map<String, String> variables) {
        for (var line : block.lines().toList()) {
            var set = SET.matcher(line);
            var given = GIVEN.matcher(line);
            if (set.matches()) {
                variables.putIfAbsent(set.group(1), set.group(2));
            } else if (given.matches() && !variables.containsKey(given.group(1))) {
                throw new IllegalArgumentException("the page needs " + given.group(1) + ": " + given.group(2));
            }
        }
    }

    /** One request of a page. */
    private static final class Step {
        private static final int TRIES = 150;

        private final String command;
        private final List<String> notes = new ArrayList<>();
        private final Map<String, String> variables;
        private final Path folder;

        Step(String block, Map<String, String> variables, Path folder) {
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
                java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
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
                    .filter(java.util.regex.Matcher::matches)
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
}
