package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives every request, parameter and answer of success in a document its example (CO-13). */
final class OperationExamples {
    private final JsonNode document;
    private final Examples examples;

    OperationExamples(ObjectNode document) {
        this.document = document;
        this.examples = new Examples((ObjectNode) document.at("/components/schemas"));
    }

    void add() {
        document.path("paths").forEach(path -> path.forEach(this::operation));
    }

    private void operation(JsonNode operation) {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("required").asBoolean() && !parameter.has("example")) {
                var name = parameter.path("name").asText();
                ((ObjectNode) parameter).set("example", examples.of(parameter.path("schema"), name));
            }
        }
        content(operation.path("requestBody"));
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> content(response.getValue()));
    }

    private void content(JsonNode body) {
        body.path("content").forEach(type -> {
            if (!type.has("example") && !type.has("examples")) {
                ((ObjectNode) type).set("example", examples.of(type.path("schema"), ""));
            }
        });
    }
}
