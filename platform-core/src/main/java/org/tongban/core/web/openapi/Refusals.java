package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;

/**
 * The error answers of each endpoint: those that follow from what it says about itself, and its own (CO-13). A status is
 * described where a code has it, and by examples that are the codes' own sentences.
 */
final class Refusals {
    private static final String PROBLEM = "#/components/schemas/Problem";

    private final Map<String, ErrorCode> declared = new HashMap<>();
    private final Map<String, ErrorCode> used = new TreeMap<>();

    private Refusals() {}

    /** The codes of core and of the module whose build this is. */
    static Refusals ofClassPath() {
        var refusals = new Refusals();
        ServiceLoader.load(PlatformModule.class).forEach(refusals::declare);
        return refusals;
    }

    private void declare(PlatformModule module) {
        module.errors().forEach(code -> declared.put(code.code(), code));
    }

    /** Adds an endpoint's error answers to its operation. */
    void describe(ObjectNode operation, Endpoint endpoint) {
        var responses = (ObjectNode) operation.get("responses");
        byStatus(operation, endpoint).forEach((status, codes) -> {
            var response = responses.putObject(Integer.toString(status));
            response.put("description", description(codes));
            Headers.problem(response, codes.getFirst().kind());
            var content = response.putObject("content").putObject("application/problem+json");
            content.putObject("schema").put("$ref", PROBLEM);
            var examples = content.putObject("examples");
            for (var code : codes) {
                used.put(code.code(), code);
                examples.putObject(code.code()).put("$ref", "#/components/examples/" + code.code());
            }
        });
        if (endpoint.fields().isPresent()) {
            OAuthAnswers.describe(responses);
        }
    }

    private static String description(List<ErrorCode> codes) {
        return String.join(" ", codes.stream().map(code -> code.title().en()).toList());
    }

    private TreeMap<Integer, List<ErrorCode>> byStatus(JsonNode operation, Endpoint endpoint) {
        var codes = new ArrayList<ErrorCode>(byRule(operation, endpoint));
        for (var own : endpoint.refusals()) {
            var code = declared.get(own);
            if (code == null) {
                throw new IllegalStateException("%s refuses by “%s”, which neither core nor the module declares"
                        .formatted(endpoint.method(), own));
            }
            codes.add(code);
        }
        var byStatus = new TreeMap<Integer, List<ErrorCode>>();
        codes.stream()
                .distinct()
                .forEach(code -> byStatus.computeIfAbsent(code.kind().status(), status -> new ArrayList<>())
                        .add(code));
        return byStatus;
    }

    private List<ErrorCode> byRule(JsonNode operation, Endpoint endpoint) {
        var codes = new ArrayList<ErrorCode>(
                List.of(CoreError.BAD_REQUEST, CoreError.TOO_MANY_REQUESTS, CoreError.INTERNAL, CoreError.UNAVAILABLE));
        if (endpoint.fields().isEmpty()) {
            codes.addAll(List.of(CoreError.UNAUTHENTICATED, token()));
        }
        codes.addAll(input(operation, endpoint));
        if (endpoint.write().isPresent()) {
            // Where two writes at once want what only one can have.
            codes.add(CoreError.CONFLICT);
        }
        if (endpoint.canForbid()) {
            codes.add(CoreError.FORBIDDEN);
        }
        if (endpoint.isBehindGate()) {
            codes.addAll(AccountError.GATES);
        }
        if (endpoint.hasOwner() || (has(operation, "path", null) && !refusesAsAbsent(endpoint))) {
            codes.add(CoreError.NOT_FOUND);
        }
        if (!endpoint.answersBytes()) {
            codes.add(CoreError.NOT_ACCEPTABLE);
        }
        if (endpoint.heedsMatch()) {
            codes.add(CoreError.STALE);
        }
        if (endpoint.needsMatch()) {
            codes.add(CoreError.IF_MATCH_REQUIRED);
        }
        if (endpoint.heedsKey()) {
            codes.add(CoreError.BAD_IDEMPOTENCY_KEY);
            codes.add(CoreError.IDEMPOTENCY_KEY_REUSED);
            if (!endpoint.isInOneTransaction()) {
                codes.add(CoreError.FIRST_UNDER_WAY);
            }
        }
        return codes;
    }

    private static List<ErrorCode> input(JsonNode operation, Endpoint endpoint) {
        var codes = new ArrayList<ErrorCode>();
        boolean body = endpoint.body().isPresent();
        if (body || has(operation, "query", null) || has(operation, "path", "uuid")) {
            codes.add(CoreError.INVALID_INPUT);
        }
        if (endpoint.isChecked()) {
            codes.add(CoreError.UNKNOWN_PARAMETER);
            if (!body) {
                codes.add(CoreError.UNEXPECTED_BODY);
            }
        }
        if (named(operation, "cursor")) {
            codes.add(CoreError.BAD_CURSOR);
        }
        if (body) {
            codes.add(CoreError.TOO_LARGE);
        }
        if (endpoint.write().isPresent()) {
            codes.add(CoreError.UNSUPPORTED_TYPE);
        }
        return codes;
    }

    private boolean refusesAsAbsent(Endpoint endpoint) {
        return endpoint.refusals().stream()
                .map(declared::get)
                .anyMatch(code -> code != null && code.kind() == ErrorKind.NOT_FOUND);
    }

    private ErrorCode token() {
        return declared.getOrDefault("token-invalid", CoreError.UNAUTHENTICATED);
    }

    private static boolean has(JsonNode operation, String in, @Nullable String format) {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals(in)
                    && (format == null
                            || parameter.at("/schema/format").asText().equals(format))) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(JsonNode operation, String name) {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what all operations refer to: the schema of a problem, and each code's example. */
    void components(ObjectNode components) {
        ((ObjectNode) components.get("schemas")).set("Problem", Shared.node("problem"));
        var examples = components.putObject("examples");
        used.forEach((name, code) -> {
            var example = examples.putObject(name);
            example.put("summary", code.title().en());
            var problem = example.putObject("value");
            problem.put("type", "/docs/errors#" + name)
                    .put("title", code.title().zh())
                    .put("status", code.kind().status())
                    .put("detail", code.title().zh())
                    .put("instance", "/api/platform/v1/modules")
                    .put("code", name)
                    .put("traceId", "5f2b1c0d9e8a47b6a3f4c2d1e0b9a8f7");
            if (code == CoreError.INVALID_INPUT) {
                problem.putArray("errors")
                        .addObject()
                        .put("pointer", "/name")
                        .put("code", "required")
                        .put("message", "此项必填");
            }
        });
    }
}
