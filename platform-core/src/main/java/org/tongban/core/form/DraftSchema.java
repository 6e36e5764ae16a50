package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Derives the schema that a draft must meet from the one a submission must meet (CO-31). */
public final class DraftSchema {
    private static final Set<String> KEPT = Set.of(
            "$schema",
            "$ref",
            "type",
            "maxLength",
            "maxItems",
            "title",
            "x-title",
            "x-lines",
            "x-fold",
            "additionalProperties");

    private DraftSchema() {}

    /**
     * A new schema with the types, upper bounds and known properties of {@code schema}, what belongs to its spelling, and
     * nothing else of it.
     */
    public static JsonNode derive(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return schema.deepCopy();
        }
        var draft = JsonNodeFactory.instance.objectNode();
        for (var keyword : object.properties()) {
            var value = keyword.getValue();
            switch (keyword.getKey()) {
                // Two schemas under one id cannot be loaded into one validator.
                case "$id" -> draft.put("$id", value.asText() + "/draft");
                case "items" -> draft.set("items", derive(value));
                case "properties", "$defs" -> draft.set(keyword.getKey(), each(value));
                default -> {
                    if (KEPT.contains(keyword.getKey())) {
                        draft.set(keyword.getKey(), value.deepCopy());
                    }
                }
            }
        }
        return draft;
    }

    private static JsonNode each(JsonNode named) {
        var derived = JsonNodeFactory.instance.objectNode();
        named.properties().forEach(schema -> derived.set(schema.getKey(), derive(schema.getValue())));
        return derived;
    }
}
