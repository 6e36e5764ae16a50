package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.StreamSupport;

/**
 * A document with which another begins, say next year's (CO-32b): without what belongs to its year alone ({@code
 * x-yearly}) and without files, each of which one record holds.
 */
final class FormCopy {
    private final JsonNode root;

    private FormCopy(JsonNode schema) {
        root = schema;
    }

    static JsonNode of(JsonNode document, JsonNode schema) {
        return new FormCopy(schema).copy(document, schema);
    }

    private JsonNode copy(JsonNode value, JsonNode named) {
        var schema = resolved(named);
        if (value.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> {
                var own = schema.path("properties").path(member.getKey());
                if (isKept(own)) {
                    copy.set(member.getKey(), copy(member.getValue(), own));
                }
            });
            return copy;
        }
        if (value.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            StreamSupport.stream(value.spliterator(), false)
                    .forEach(item -> copy.add(copy(item, schema.path("items"))));
            return copy;
        }
        return value;
    }

    private boolean isKept(JsonNode field) {
        var schema = resolved(field);
        var items = resolved(schema.path("items"));
        return !field.path("x-yearly").asBoolean()
                && !field.has("x-slot")
                && !schema.has("x-slot")
                && !items.has("x-slot");
    }

    private JsonNode resolved(JsonNode schema) {
        var target = schema.path("$ref").asText("");
        return target.startsWith("#") ? root.at(target.substring(1)) : schema;
    }
}
