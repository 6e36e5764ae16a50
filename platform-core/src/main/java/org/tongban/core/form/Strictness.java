package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/**
 * Finds what JSON Schema lets pass and CO-10b does not: control characters (but line ends where the schema says
 * {@code x-lines}), halves of surrogate pairs, and {@code 1.0} for an integer.
 */
final class Strictness {
    private static final Title CONTROL =
            new Title("含有不允许的控制字符或不可见字符", "Contains a control or invisible character, which is not allowed.");

    private final JsonNode schema;
    private final List<Violation> found;
    private final Deque<Object> path = new ArrayDeque<>();

    private Strictness(JsonNode schema, List<Violation> found) {
        this.schema = schema;
        this.found = found;
    }

    static void check(JsonNode document, JsonNode schema, List<Violation> found) {
        new Strictness(schema, found).visit(document);
    }

    private void visit(JsonNode node) {
        if (node.isTextual()) {
            if (isSpoilt(node.textValue())) {
                reportControl();
            } else if (hasLineEnd(node.textValue())
                    && candidates().stream()
                            .noneMatch(here -> here.path("x-lines").asBoolean(false))) {
                reportControl();
            }
        } else if (node.isFloatingPointNumber()) {
            if (candidates().stream().anyMatch(Strictness::wantsInteger)) {
                found.add(new Violation(Pointers.of(path), "type", ViolationCode.typeMessage("integer")));
            }
        } else if (node.isObject()) {
            for (var property : node.properties()) {
                path.addLast(property.getKey());
                if (isSpoilt(property.getKey()) || hasLineEnd(property.getKey())) {
                    reportControl();
                }
                visit(property.getValue());
                path.removeLast();
            }
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                path.addLast(i);
                visit(node.get(i));
                path.removeLast();
            }
        }
    }

    private static boolean wantsInteger(JsonNode schema) {
        var types = schema.path("type").toString();
        return types.contains("\"integer\"") && !types.contains("\"number\"");
    }

    private void reportControl() {
        found.add(new Violation(Pointers.of(path), "control-character", CONTROL));
    }

    private static boolean isSpoilt(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isSpoilt(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the character at {@code i} is a control other than a line end, or half of a surrogate pair. */
    static boolean isSpoilt(String text, int i) {
        var c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        if (c == '\r') {
            return i + 1 == text.length() || text.charAt(i + 1) != '\n';
        }
        return c != '\n' && (Character.isISOControl(c) || isUnseen(c));
    }

    /**
     * Whether a character shows nothing yet changes what is read: direction marks, zero-width spaces, the separators of
     * lines and paragraphs, the byte order mark, and what Unicode calls no character. Joiners (U+200C, U+200D) belong to
     * some scripts and stay.
     */
    private static boolean isUnseen(char c) {
        return c == '\u200b'
                || (c >= '\u200e' && c <= '\u200f')
                || (c >= '\u2028' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\ufeff'
                || c >= '\ufffe';
    }

    private static boolean hasLineEnd(String text) {
        return text.indexOf('\n') >= 0;
    }

    /** The schemas that apply to the place: looked for only where the answer hangs on them. */
    private Set<JsonNode> candidates() {
        Set<JsonNode> here = new HashSet<>();
        spread(schema, here);
        for (var token : path) {
            Set<JsonNode> below = new HashSet<>();
            for (var candidate : here) {
                var child = token instanceof String name
                        ? candidate.path("properties").path(name)
                        : candidate.path("items");
                spread(child, below);
            }
            here = below;
        }
        return here;
    }

    /** Adds a schema and all that apply to the same place with it. */
    private void spread(JsonNode candidate, Set<JsonNode> into) {
        if (!candidate.isObject() || !into.add(candidate)) {
            return;
        }
        var reference = candidate.path("$ref").asText("");
        if (reference.startsWith("#")) {
            spread(schema.at(reference.substring(1)), into);
        }
        for (var keyword : List.of("then", "else")) {
            spread(candidate.path(keyword), into);
        }
        for (var keyword : List.of("allOf", "anyOf", "oneOf")) {
            candidate.path(keyword).forEach(part -> spread(part, into));
        }
    }
}
