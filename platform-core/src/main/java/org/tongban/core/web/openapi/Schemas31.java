package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes schemas of OpenAPI 3.0 those of 3.1, which are JSON Schema 2020-12, and closes those of requests. */
final class Schemas31 {
    private static final String REFERENCE = "#/components/schemas/";
    private static final JsonNode FREE = JsonNodeFactory.instance.objectNode().put("type", "object");

    private Schemas31() {}

    /** Visits every object of a document, innermost last. */
    static void visit(JsonNode node, Consumer<ObjectNode> visitor) {
        if (node instanceof ObjectNode object) {
            visitor.accept(object);
        }
        for (var child : new ArrayList<>(node.isContainerNode() ? children(node) : new ArrayList<JsonNode>())) {
            visit(child, visitor);
        }
    }

    private static ArrayList<JsonNode> children(JsonNode node) {
        var children = new ArrayList<JsonNode>();
        node.forEach(children::add);
        return children;
    }

    static void convert(JsonNode document) {
        visit(document, Schemas31::convertOne);
    }

    private static void convertOne(ObjectNode node) {
        example(node);
        if (node.path("format").asText().equals("byte")) {
            // Bytes are answered as they are; no record here has them in Base64.
            node.put("format", "binary");
        }
        if (FREE.equals(node.get("additionalProperties"))) {
            // What the processor makes of Map<String, Object>, whose values are not all objects.
            node.put("additionalProperties", true);
        }
        if (!node.path("nullable").asBoolean(false)) {
            node.remove("nullable");
            return;
        }
        node.remove("nullable");
        if (node.path("type").isTextual()) {
            var type = node.get("type").asText();
            node.putArray("type").add(type).add("null");
            if (node.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        } else if (node.has("allOf") || node.has("$ref")) {
            var inner = JsonNodeFactory.instance.objectNode();
            inner.setAll(node);
            node.removeAll();
            var options = node.putArray("anyOf");
            var all = inner.path("allOf");
            options.add(all.size() == 1 && inner.size() == 1 ? all.get(0) : inner);
            options.addObject().put("type", "null");
        }
    }

    /** A schema of 2020-12 has a list of examples, of its own type. */
    private static void example(ObjectNode node) {
        boolean schema = !node.has("in") && (node.has("type") || node.has("allOf") || node.has("$ref"));
        if (!schema || !node.path("example").isValueNode()) {
            return;
        }
        var example = node.remove("example");
        var type = node.path("type").asText();
        node.putArray("examples")
                .add(
                        switch (type) {
                            case "integer" -> LongNode.valueOf(example.asLong());
                            case "boolean" -> BooleanNode.valueOf(example.asBoolean());
                            case "string" -> TextNode.valueOf(example.asText());
                            default -> example;
                        });
    }

    /** Closes a request's schema by the record it is bound to: nothing unknown, nothing missing. */
    static void close(ObjectNode schema, Type type, ObjectNode schemas) {
        var target = follow(schema, schemas);
        var raw = Types.raw(type);
        if (raw != null && raw.isRecord()) {
            target.put("additionalProperties", false);
            var required = JsonNodeFactory.instance.arrayNode();
            for (var component : raw.getRecordComponents()) {
                var property = target.path("properties").path(component.getName());
                if (!nullable(component)) {
                    required.add(component.getName());
                }
                if (property instanceof ObjectNode object) {
                    close(object, component.getGenericType(), schemas);
                }
            }
            target.remove("required");
            if (!required.isEmpty()) {
                target.set("required", required);
            }
        } else if (type instanceof ParameterizedType generic && target.path("items") instanceof ObjectNode items) {
            close(items, generic.getActualTypeArguments()[0], schemas);
        }
    }

    private static ObjectNode follow(ObjectNode schema, ObjectNode schemas) {
        var reference = schema.path("$ref").asText("");
        if (reference.startsWith(REFERENCE)) {
            return (ObjectNode) schemas.get(reference.substring(REFERENCE.length()));
        }
        for (var keyword : new String[] {"allOf", "anyOf"}) {
            if (schema.path(keyword).path(0) instanceof ObjectNode first && first.has("$ref")) {
                return follow(first, schemas);
            }
        }
        return schema;
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
