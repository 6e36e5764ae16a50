package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tongban.core.web.ErrorKind;

/** The headers that requests and answers carry by rule (CO-12, CO-13). */
final class Headers {
    private Headers() {}

    /** Those of an endpoint's requests. */
    static void request(ObjectNode operation, Endpoint endpoint) {
        if (endpoint.heedsLanguage()) {
            parameter(operation, "Accept-Language", false, "zh-CN, as where it is absent, or en", "zh-CN");
        }
        if (endpoint.heedsKey()) {
            parameter(operation, "Idempotency-Key", false, "A repeat with the same key gets the first answer", "a-1")
                    .put("pattern", "^[\\x21-\\x7e]{1,64}$");
        }
        if (endpoint.heedsMatch()) {
            parameter(operation, "If-Match", endpoint.needsMatch(), "The ETag of the last read", "\"7.zh-CN\"");
        }
        if (isReread(endpoint)) {
            parameter(
                    operation,
                    "If-None-Match",
                    false,
                    "The ETag of the last read: 304 where nothing has changed",
                    "\"7.zh-CN\"");
        }
        if (endpoint.answersParts()) {
            parameter(operation, "Range", false, "A part of the bytes: 206", "bytes=0-1023");
        }
    }

    private static boolean isReread(Endpoint endpoint) {
        return endpoint.answersBytes()
                || (endpoint.answersVersioned() && endpoint.write().isEmpty());
    }

    private static ObjectNode parameter(
            ObjectNode operation, String name, boolean required, String description, String example) {
        var parameters = operation.has("parameters")
                ? (ArrayNode) operation.get("parameters")
                : operation.putArray("parameters");
        return parameters
                .addObject()
                .put("name", name)
                .put("in", "header")
                .put("required", required)
                .put("description", description)
                .put("example", example)
                .putObject("schema")
                .put("type", "string");
    }

    /** Those of an endpoint's answers of success, and the answers that only headers tell from them. */
    static void success(ObjectNode responses, Endpoint endpoint) {
        responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> {
                    var answer = (ObjectNode) response.getValue();
                    if (answer.path("description").asText().endsWith("response")) {
                        answer.put("description", said(response.getKey()));
                    }
                    if (endpoint.answersVersioned() || endpoint.answersBytes()) {
                        refer(answer, "ETag");
                    }
                    if (endpoint.answersBytes()) {
                        refer(answer, "Content-Disposition");
                    }
                    if (endpoint.answersParts()) {
                        refer(answer, "Accept-Ranges");
                    }
                    if (endpoint.answersFile()) {
                        refer(answer, "Content-Disposition");
                    }
                    if (List.of("201", "202").contains(response.getKey()) && endpoint.answersAddress()) {
                        refer(answer, "Location");
                    }
                });
        if (endpoint.answersParts()) {
            ObjectNode part = responses.get("200").deepCopy();
            part.put("description", "The part of the bytes that was asked for");
            refer(part, "Content-Range");
            responses.set("206", part);
        }
        if (isReread(endpoint)) {
            var unchanged = responses.putObject("304");
            unchanged.put("description", "What If-None-Match names is still so");
            refer(unchanged, "ETag");
        }
    }

    /** What a status of success says, where the endpoint says no more. */
    private static String said(String status) {
        return switch (status) {
            case "201" -> "Made";
            case "202" -> "Begun; it goes on after the answer";
            case "204" -> "Done; there is nothing to show";
            default -> "Done";
        };
    }

    /** Those of an error answer. */
    static void problem(ObjectNode response, ErrorKind kind) {
        refer(response, "Content-Language");
        if (kind == ErrorKind.UNAUTHENTICATED) {
            refer(response, "WWW-Authenticate");
        }
        if (kind == ErrorKind.RANGE_NOT_SATISFIABLE) {
            refer(response, "Content-Range");
        }
        if (kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.TOO_MANY) {
            refer(response, "Retry-After");
        }
    }

    private static void refer(ObjectNode response, String header) {
        var headers = response.has("headers") ? (ObjectNode) response.get("headers") : response.putObject("headers");
        headers.putObject(header).put("$ref", "#/components/headers/" + header);
    }
}
