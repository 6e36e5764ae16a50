package org.tongban.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A curl command of a guide, with the few options that guides may use. */
record CurlCommand(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String data,
        @Nullable String output) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z_]+)}?");

    /**
     * Reads a command.
     *
     * @throws IllegalArgumentException where it uses an option that guides may not
     */
    static CurlCommand parse(String command, Map<String, String> variables) {
        var words = words(command, variables);
        String method = null;
        String url = null;
        String data = null;
        String output = null;
        var headers = new LinkedHashMap<String, String>();
        for (int i = 1; i < words.size(); i++) {
            var word = words.get(i);
            switch (word) {
                case "-s" -> {}
                case "-X" -> method = words.get(++i);
                case "-H" -> header(headers, words.get(++i));
                case "-u" -> headers.put("Authorization", basic(words.get(++i)));
                case "-d", "--data-binary" -> data = words.get(++i);
                case "-o" -> output = words.get(++i);
                default -> {
                    if (word.startsWith("-")) {
                        throw new IllegalArgumentException("a guide does not use curl's option " + word);
                    }
                    url = word;
                }
            }
        }
        if (url == null) {
            throw new IllegalArgumentException("no address: " + command);
        }
        var server = variables.getOrDefault("SERVER", "");
        return new CurlCommand(
                method == null ? (data == null ? "GET" : "POST") : method,
                url.substring(server.length()),
                headers,
                data,
                output);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static void header(Map<String, String> headers, String text) {
        int colon = text.indexOf(':');
        headers.put(text.substring(0, colon), text.substring(colon + 1).strip());
    }

    Answer send(Api api, Path folder) {
        var client = api;
        for (var header : headers.entrySet()) {
            client = client.with(header.getKey(), header.getValue());
        }
        try {
            var type = headers.getOrDefault("Content-Type", "application/x-www-form-urlencoded");
            var body = data == null
                    ? new byte[0]
                    : data.startsWith("@")
                            ? Files.readAllBytes(folder.resolve(data.substring(1)))
                            : data.getBytes(StandardCharsets.UTF_8);
            var answer = data == null && method.equals("GET")
                    ? client.get(path)
                    : data == null ? client.empty(method, path) : client.bytes(method, path, body, type);
            if (output != null) {
                var file = folder.resolve(output);
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with every {@code $NAME} replaced. */
    static String replaced(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var value = variables.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the page never sets " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Splits as a shell does: quotes, a backslash before a line's end, variables but in single quotes. */
    static List<String> words(String command, Map<String, String> variables) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean begun = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\'' || c == '"') {
                int end = command.indexOf(c, i + 1);
                var quoted = command.substring(i + 1, end);
                word.append(c == '"' ? replaced(quoted, variables) : quoted);
                begun = true;
                i = end;
            } else if (c == '\\' && i + 1 < command.length() && command.charAt(i + 1) == '\n') {
                i++;
            } else if (Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                int end = i;
                while (end < command.length()
                        && "'\"\\".indexOf(command.charAt(end)) < 0
                        && !Character.isWhitespace(command.charAt(end))) {
                    end++;
                }
                word.append(replaced(command.substring(i, end), variables));
                begun = true;
                i = end - 1;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
