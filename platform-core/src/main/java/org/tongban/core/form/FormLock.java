package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a module that are frozen, each with the hash of its files as they were then (CO-32). The file lies in the
 * module's jar at {@code forms/<module>/forms.lock}: a line for each form, its id and the hash.
 */
public final class FormLock {
    private static final Pattern LINE = Pattern.compile("(\\S+@[0-9]+) ([0-9a-f]{64})");
    private static final String HEAD = """
        # Forms that have been released, each with the SHA-256 of its canonical schema and UI schema. Their files are
        # never changed again: a change makes a new version. infra/freeze-forms adds the forms that are not here yet.
        """;

    private final SortedMap<String, String> hashes;

    private FormLock(SortedMap<String, String> hashes) {
        this.hashes = hashes;
    }

    /** Where the file of a module lies on the class path. */
    public static String path(String module) {
        return "forms/" + module + "/forms.lock";
    }

    /**
     * Reads a module's file; a module without one has frozen nothing.
     *
     * @throws IllegalArgumentException if a line is not a form and a hash
     */
    static FormLock read(@Nullable ClassLoader loader, String module) {
        var path = path(module);
        try (var stream =
                loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path)) {
            return stream == null
                    ? new FormLock(new TreeMap<>())
                    : parse(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static FormLock parse(String path, String text) {
        var hashes = new TreeMap<String, String>();
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var match = LINE.matcher(line);
            if (!match.matches() || hashes.put(match.group(1), match.group(2)) != null) {
                throw new IllegalArgumentException(path + " has a line that is no form with its hash: " + line);
            }
        }
        return new FormLock(hashes);
    }

    /** The frozen forms, each with its hash. */
    Map<String, String> hashes() {
        return Map.copyOf(hashes);
    }

    /** The text of a file in which every form stands; those that stood in it before keep their line. */
    public static String freeze(@Nullable ClassLoader loader, String module, Collection<RegisteredForm> forms) {
        var all = new TreeMap<>(read(loader, module).hashes);
        forms.stream()
                .filter(form -> form.module().equals(module))
                .forEach(form -> all.putIfAbsent(form.definition().id(), form.hash()));
        return HEAD
                + all.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** The hash of a form's two files: white space and the order of properties do not count. */
    static String hash(JsonNode schema, JsonNode ui) {
        var text = canonical(schema) + "\n" + canonical(ui);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode canonical(JsonNode node) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(canonical(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var members = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
        return JsonNodeFactory.instance.objectNode().setAll(members);
    }
}
