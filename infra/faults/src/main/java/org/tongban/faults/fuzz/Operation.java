package org.tongban.faults.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * One operation of the served OpenAPI.
 *
 * @param parameters the names of its query parameters
 * @param schema of its JSON body; a missing node where it takes none
 * @param binary whether its body is a file
 * @param statuses those that it describes
 */
record Operation(
        String id,
        String method,
        String path,
        List<String> parameters,
        JsonNode schema,
        boolean binary,
        Set<String> statuses) {

    /** All operations of a description, in its order. */
    static List<Operation> of(JsonNode openApi) {
        var found = new ArrayList<Operation>();
        openApi.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> found.add(of(openApi, path.getKey(), method.getKey(), method.getValue()))));
        return List.copyOf(found);
    }

    private static Operation of(JsonNode openApi, String path, String method, JsonNode operation) {
        var parameters = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> resolved(openApi, parameter))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
        var content = resolved(openApi, operation.path("requestBody")).path("content");
        var schema = content.path("application/json").path("schema");
        var statuses = new TreeSet<String>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                schema,
                schema.isMissingNode() && !content.isEmpty(),
                statuses);
    }

    /** What a reference of the description stands for; anything else itself. */
    static JsonNode resolved(JsonNode openApi, JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? openApi.at(reference.substring(1)) : node;
    }

    boolean hasJsonBody() {
        return !schema.isMissingNode();
    }
}
