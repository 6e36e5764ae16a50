package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The error answers of the endpoints of OAuth, which have a body of their own (RFC 6749, 5.2). */
final class OAuthAnswers {
    private static final List<String> BAD_REQUEST = List.of(
            "invalid_request", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope");
    private static final List<String> UNAUTHORIZED = List.of("invalid_client");

    private OAuthAnswers() {}

    /** Adds them beside the problems of the same status. */
    static void describe(ObjectNode responses) {
        describe(responses, "400", "The request is not as OAuth wants it.", BAD_REQUEST);
        describe(responses, "401", "The client has not proven who it is.", UNAUTHORIZED);
        refer((ObjectNode) responses.get("401"), "WWW-Authenticate");
    }

    private static void describe(ObjectNode responses, String status, String description, List<String> errors) {
        var response = responses.has(status) ? (ObjectNode) responses.get(status) : responses.putObject(status);
        if (!response.has("description")) {
            response.put("description", description);
        }
        var content = response.has("content") ? (ObjectNode) response.get("content") : response.putObject("content");
        var json = content.putObject("application/json");
        json.set("schema", Shared.node("oauthError"));
        var examples = json.putObject("examples");
        errors.forEach(error -> examples.putObject(error)
                .putObject("value")
                .put("error", error)
                .put("error_description", "a sentence for developers"));
    }

    private static void refer(ObjectNode response, String header) {
        var headers = response.has("headers") ? (ObjectNode) response.get("headers") : response.putObject("headers");
        headers.putObject(header).put("$ref", "#/components/headers/" + header);
    }
}
