package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes an example of a schema, so that each operation has one without being told (CO-13): what the schema names as
 * example, constant, first choice or default; else what its type, format, pattern or the field's name suggests.
 */
final class Examples {
    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 8;
    private static final String TEXT = "示例";
    private static final String UUID = "0198a1c0-7b1e-7c3a-9f52-3d1e6a7b8c90";
    private static final Map<String, String> FORMATS = Map.of(
            "uuid", UUID,
            "date", "2026-11-20",
            "date-time", "2026-11-20T02:00:00Z",
            "uri", "https://tongban.org/",
            "binary", "%PDF-1.7");
    /** Fields that mean the same in every module. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("code", "required"),
            Map.entry("pointer", "/name"),
            Map.entry("message", "此项必填"),
            Map.entry("uscc", "91110000802100433B"),
            Map.entry("module", "product-filing"),
            Map.entry("form", "product"),
            Map.entry("version", "1"),
            Map.entry("collection", "products"),
            Map.entry("set", "country"),
            Map.entry("slot", "product-filing/picture"));
    /** Tried in this order where a pattern must be met. */
    private static final List<String> PATTERNED = List.of("100", "2026", UUID, "a", "12", "110000", "12345678");

    private final ObjectNode schemas;

    /**
     * @param schemas what references lead to
     */
    Examples(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** An example of a schema; {@code name} is the field's or parameter's that it stands at. */
    JsonNode of(JsonNode schema, String name) {
        return of(schema, name, 0);
    }

    private JsonNode of(JsonNode schema, String name, int depth) {
        for (var said : List.of(
                schema.path("examples").path(0),
                schema.path("example"),
                schema.path("const"),
                schema.path("enum").path(0),
                schema.path("default"))) {
            if (!said.isMissingNode()) {
                return said.deepCopy();
            }
        }
        var reference = schema.path("$ref").asText();
        if (reference.startsWith(REFERENCE)) {
            return of(schemas.path(reference.substring(REFERENCE.length())), name, depth);
        }
        for (var keyword : List.of("allOf", "anyOf", "oneOf")) {
            if (schema.path(keyword).has(0)) {
                return of(schema.path(keyword).path(0), name, depth);
            }
        }
        return typed(schema, name, depth);
    }

    private JsonNode typed(JsonNode schema, String name, int depth) {
        var type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> LongNode.valueOf(schema.path("minimum").asLong(1));
            case "number" ->
                DecimalNode.valueOf(BigDecimal.valueOf(schema.path("minimum").asLong(1)));
            case "boolean" -> BooleanNode.TRUE;
            case "string" -> TextNode.valueOf(text(schema, name));
            case "null" -> NullNode.instance;
            default -> JsonNodeFactory.instance.objectNode();
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var example = JsonNodeFactory.instance.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(property ->
                            example.set(property.getKey(), of(property.getValue(), property.getKey(), depth + 1)));
            if (example.has("total")) {
                // The one stands for the other: a page never has both (CO-11).
                example.remove("totalAtLeast");
            }
        }
        return example;
    }

    private JsonNode array(JsonNode schema, String name, int depth) {
        var example = JsonNodeFactory.instance.arrayNode();
        // Of what holds its own kind, say a tree, the last ones shown hold none: cut off they would lack what is
        // required.
        if (depth + 1 < DEEPEST && schema.path("items").isObject()) {
            example.add(of(schema.get("items"), name, depth + 1));
        }
        return example;
    }

    private static String text(JsonNode schema, String name) {
        var format = FORMATS.get(schema.path("format").asText());
        if (format != null) {
            return format;
        }
        if (schema.has("pattern")) {
            var pattern = Pattern.compile(schema.get("pattern").asText());
            return PATTERNED.stream()
                    .filter(text -> pattern.matcher(text).find())
                    .findFirst()
                    .orElse(TEXT);
        }
        var longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        var text = NAMES.getOrDefault(name, TEXT);
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
