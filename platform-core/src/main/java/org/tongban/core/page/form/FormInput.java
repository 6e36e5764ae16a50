package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Pointers;
import org.tongban.core.form.RegisteredForm;

/**
 * Reads a document from the controls of {@link FormPages}, as a browser without script sends them: names are JSON pointers,
 * values text. What was left empty is absent; what cannot be of the wanted type stays text, for the check to find.
 */
public final class FormInput {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;
    private final Map<String, List<String>> values;

    private FormInput(JsonNode root, Map<String, List<String>> values) {
        this.root = root;
        this.values = values;
    }

    /** The document of the form; fields that the form does not know are left out. */
    public static JsonNode document(RegisteredForm form, Map<String, List<String>> values) {
        return document(form.submit().source(), values);
    }

    /** The same of any schema of an object, whose references lead into itself. */
    public static JsonNode document(JsonNode schema, Map<String, List<String>> values) {
        return new FormInput(schema, values).object(schema, "");
    }

    private ObjectNode object(JsonNode schema, String pointer) {
        var object = NODES.objectNode();
        schema.path("properties").properties().forEach(property -> {
            var value = value(resolved(property.getValue()), Pointers.below(pointer, property.getKey()));
            if (!isEmpty(value)) {
                object.set(property.getKey(), value);
            }
        });
        return object;
    }

    private JsonNode value(JsonNode schema, String pointer) {
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, pointer);
            case "array" -> array(schema, pointer);
            case "integer" -> whole(text(pointer));
            case "boolean" -> truth(text(pointer));
            default -> NODES.textNode(text(pointer));
        };
    }

    /** The values of one control for all, then those of a control for each entry, whose numbers may have gaps. */
    private ArrayNode array(JsonNode schema, String pointer) {
        var array = NODES.arrayNode();
        values.getOrDefault(pointer, List.of()).stream()
                .filter(value -> !value.isBlank())
                .forEach(array::add);
        var item = resolved(schema.path("items"));
        values.keySet().stream()
                .filter(name -> name.startsWith(pointer + "/"))
                .map(name -> name.substring(pointer.length() + 1).split("/", 2)[0])
                .filter(index -> index.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .map(index -> value(item, pointer + "/" + index))
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

    private String text(String pointer) {
        return values.getOrDefault(pointer, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
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
