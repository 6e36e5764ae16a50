package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.form.FieldCheck;
import org.tongban.core.form.RegisteredForm;

/**
 * Reads a document from the controls of {@link FormPages}, as a browser without script sends them: names are JSON pointers,
 * values text. What was left empty is absent; what cannot be of the wanted type stays text, for the check to find. Only
 * what the schema knows is read, so that the work grows with what was sent and no faster.
 */
public final class FormInput {
    private static final Pattern WHOLE = Pattern.compile(FieldCheck.WHOLE_NUMBER);
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,3}");
    /** No form is so deep; a schema that refers to itself could be. */
    private static final int DEEPEST = 12;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;

    private FormInput(JsonNode root) {
        this.root = root;
    }

    /** What was sent for a place, and for the places below it. */
    private static final class Sent {
        private final List<String> values = new ArrayList<>();
        private final Map<String, Sent> below = new LinkedHashMap<>();

        String text() {
            return values.isEmpty()
                    ? ""
                    : values.getFirst().replace("\r\n", "\n").strip();
        }
    }

    /** The document of the form; fields that the form does not know are left out. */
    public static JsonNode document(RegisteredForm form, Map<String, List<String>> values) {
        return document(form.submit().source(), values);
    }

    /** The same of any schema of an object, whose references lead into itself. */
    public static JsonNode document(JsonNode schema, Map<String, List<String>> values) {
        var sent = new Sent();
        values.forEach((name, texts) -> {
            var names = name.startsWith("/") ? name.substring(1).split("/", DEEPEST + 1) : new String[0];
            if (names.length > 0 && names.length <= DEEPEST) {
                var place = sent;
                for (var each : names) {
                    place = place.below.computeIfAbsent(each, key -> new Sent());
                }
                place.values.addAll(texts);
            }
        });
        return new FormInput(schema).object(schema, sent);
    }

    /** The same fields without what stands at a place: an entry of a list with all in it, or one of several values. */
    public static Map<String, List<String>> without(Map<String, List<String>> values, String place) {
        var left = new LinkedHashMap<>(values);
        left.keySet().removeIf(name -> name.equals(place) || name.startsWith(place + "/"));
        int end = place.lastIndexOf('/');
        var index = place.substring(end + 1);
        if (end > 0 && left.size() == values.size() && INDEX.matcher(index).matches()) {
            left.computeIfPresent(place.substring(0, end), (name, texts) -> less(texts, Integer.parseInt(index)));
        }
        return left;
    }

    private static @Nullable List<String> less(List<String> texts, int index) {
        var left = new ArrayList<>(texts);
        if (index < left.size()) {
            left.remove(index);
        }
        return left.isEmpty() ? null : left;
    }

    private ObjectNode object(JsonNode schema, Sent sent) {
        var object = NODES.objectNode();
        sent.below.forEach((name, inner) -> {
            var property = schema.path("properties").path(name);
            if (!property.isMissingNode()) {
                var value = value(resolved(property), inner);
                if (!isEmpty(value)) {
                    object.set(name, value);
                }
            }
        });
        return object;
    }

    private JsonNode value(JsonNode schema, Sent sent) {
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, sent);
            case "array" -> array(schema, sent);
            case "integer" -> whole(sent.text());
            case "boolean" -> truth(sent.text());
            default -> NODES.textNode(sent.text());
        };
    }

    /** The values of one control for all, then those of a control for each entry, whose numbers may have gaps. */
    private ArrayNode array(JsonNode schema, Sent sent) {
        var array = NODES.arrayNode();
        sent.values.stream().filter(value -> !value.isBlank()).forEach(array::add);
        var item = resolved(schema.path("items"));
        var entries = new TreeMap<Integer, Sent>();
        sent.below.forEach((index, entry) -> {
            if (INDEX.matcher(index).matches()) {
                entries.put(Integer.valueOf(index), entry);
            }
        });
        entries.values().stream()
                .map(entry -> value(item, entry))
                .filter(entry -> !isEmpty(entry))
                .forEach(array::add);
        return array;
    }

    private static JsonNode whole(String text) {
        return WHOLE.matcher(text).matches() ? Documents.read(text) : NODES.textNode(text);
    }

    private static JsonNode truth(String text) {
        return text.equals("true") || text.equals("false")
                ? NODES.booleanNode(text.equals("true"))
                : NODES.textNode(text);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainerNode()
                ? value.isEmpty()
                : value.isTextual() && value.textValue().isEmpty();
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText("");
        return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
    }
}
