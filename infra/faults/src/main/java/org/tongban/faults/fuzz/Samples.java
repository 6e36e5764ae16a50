package org.tongban.faults.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.random.RandomGenerator;

/** Values that look like what a schema asks for, most of them valid: what mutations then spoil. */
record Samples(JsonNode openApi) {
    private static final int DEEPEST = 6;
    private static final String LETTERS = "甲乙丙丁aBcXyz0123456789-";

    JsonNode of(JsonNode schema, RandomGenerator random) {
        return of(schema, random, 0);
    }

    private JsonNode of(JsonNode unresolved, RandomGenerator random, int depth) {
        var schema = Operation.resolved(openApi, unresolved);
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        if (schema.has("allOf")) {
            return of(schema.path("allOf").path(0), random, depth);
        }
        var type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "object" -> object(schema, random, depth);
            case "array" -> array(schema, random, depth);
            case "integer", "number" -> IntNode.valueOf(random.nextInt(0, 3000));
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            default -> text(schema, random);
        };
    }

    private JsonNode object(JsonNode schema, RandomGenerator random, int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(member -> object.set(member.getKey(), of(member.getValue(), random, depth + 1)));
        }
        return object;
    }

    private JsonNode array(JsonNode schema, RandomGenerator random, int depth) {
        var array = JsonNodeFactory.instance.arrayNode();
        if (depth < DEEPEST) {
            int size = Math.min(schema.path("maxItems").asInt(2), random.nextInt(3));
            for (int i = 0; i < size; i++) {
                array.add(of(schema.path("items"), random, depth + 1));
            }
        }
        return array;
    }

    private static JsonNode text(JsonNode schema, RandomGenerator random) {
        if (schema.has("const")) {
            return schema.path("const");
        }
        int most = Math.min(schema.path("maxLength").asInt(20), 20);
        int least = Math.min(schema.path("minLength").asInt(1), most);
        var text = new StringBuilder();
        for (int i = random.nextInt(least, most + 1); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return TextNode.valueOf(text.toString());
    }
}
