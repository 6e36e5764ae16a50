package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongban.core.form.DraftSchema;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.NoOwner;

/** Adds to a module's OpenAPI document what follows from rules: names, security, headers, problems, request schemas. */
final class OpenApiFinish {
    private static final String REFERENCE = "#/components/schemas/";
    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "What can be seen wrong in the request alone"),
            Map.entry(401, "No valid token"),
            Map.entry(403, "The permission is missing"),
            Map.entry(404, "Not there, or another's"),
            Map.entry(409, "The state or another record does not allow it"),
            Map.entry(412, "Changed since it was read"),
            Map.entry(413, "Too large"),
            Map.entry(415, "A type that is not taken"),
            Map.entry(422, "The stored record does not pass its rules, or the key came with another body"),
            Map.entry(428, "If-Match is missing"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Something went wrong here"),
            Map.entry(503, "Not available now")));

    private final String module;
    private final String schemaPrefix;
    private final Properties descriptor;
    private final Endpoints endpoints;

    OpenApiFinish(Properties descriptor, Endpoints endpoints) {
        this.descriptor = descriptor;
        this.module = descriptor.getProperty("id");
        this.schemaPrefix = pascal(module);
        this.endpoints = endpoints;
    }

    void finish(ObjectNode document) {
        document.put("openapi", "3.1.0");
        document.put("x-module", module);
        var info = document.putObject("info");
        info.put("title", descriptor.getProperty("title.en")).put("version", descriptor.getProperty("version"));
        var components =
                document.has("components") ? (ObjectNode) document.get("components") : document.putObject("components");
        var schemas =
                components.has("schemas") ? (ObjectNode) components.get("schemas") : components.putObject("schemas");
        Schemas31.convert(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(entry -> operation((ObjectNode) entry.getValue(), schemas)));
        prefix(document, schemas);
        schemas.set("Problem", problem());
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
    }

    private void operation(ObjectNode operation, ObjectNode schemas) {
        var method = endpoints.byOperation().get(operation.path("operationId").asText());
        if (method == null) {
            throw new IllegalStateException("no endpoint of the name " + operation.path("operationId"));
        }
        operation.putArray("tags").add(module);
        if (!operation.has("summary")) {
            operation.put("summary", operation.path("description").asText(method.getName()));
        }
        var open = method.isAnnotationPresent(Open.class);
        var security = operation.putArray("security");
        var caller = Stream.of(method.getParameterTypes()).anyMatch(Caller.class::equals);
        if (open && caller) {
            // Anyone may call it, and a token makes it say more.
            security.addObject();
        }
        if (!open || caller) {
            security.addObject().putArray("bearer");
        }
        var permitted = method.getAnnotation(Permitted.class);
        if (permitted != null) {
            operation.put("x-permission", permitted.value());
        }
        optional(operation, method);
        requestBody(operation, method, schemas);
        headers(operation, method);
        problems(operation, method, open);
    }

    /** What a method takes as {@link Optional} may be left out, which the processor does not say. */
    private static void optional(ObjectNode operation, Method method) {
        var names = Stream.of(method.getParameters())
                .filter(parameter -> parameter.getType() == Optional.class)
                .map(Parameter::getName)
                .toList();
        for (var parameter : operation.path("parameters")) {
            if (names.contains(parameter.path("name").asText())) {
                ((ObjectNode) parameter).put("required", false);
            }
        }
    }

    private void requestBody(ObjectNode operation, Method method, ObjectNode schemas) {
        var body = Endpoints.body(method).orElse(null);
        if (body == null || !operation.has("requestBody")) {
            return;
        }
        var request = (ObjectNode) operation.get("requestBody");
        request.put("required", true);
        var form = Endpoints.form(method).orElse(null);
        if (form != null) {
            var content = request.putObject("content");
            content.putObject("application/json").set("schema", draft(form));
            return;
        }
        var schema = request.at("/content/application~1json/schema");
        if (schema.isObject()) {
            Schemas31.close((ObjectNode) schema, body.getParameterizedType(), schemas);
        }
    }

    private static JsonNode draft(String form) {
        var path = "forms/" + form + ".schema.json";
        try (var in = OpenApiFinish.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no form at " + path);
            }
            var draft = (ObjectNode) DraftSchema.derive(new ObjectMapper().readTree(in));
            draft.remove("$schema");
            draft.remove("$id");
            return draft;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void headers(ObjectNode operation, Method method) {
        if (List.of(method.getParameterTypes()).contains(Language.class)) {
            header(parameters(operation), "Accept-Language", false, "zh-CN, as where it is absent, or en");
        }
        var write = method.getAnnotation(Write.class);
        if (write == null) {
            return;
        }
        var parameters = parameters(operation);
        if (write.idempotent() && write.phases() == Write.Phases.ONE && !method.isAnnotationPresent(Open.class)) {
            header(parameters, "Idempotency-Key", false, "A repeat with the same key gets the first answer")
                    .put("pattern", "^[\\x21-\\x7e]{1,64}$");
        }
        if (write.owner() != NoOwner.class && write.phases() == Write.Phases.ONE) {
            header(parameters, "If-Match", write.ifMatch(), "The ETag of the last read");
        }
    }

    private static ArrayNode parameters(ObjectNode operation) {
        return operation.has("parameters") ? (ArrayNode) operation.get("parameters") : operation.putArray("parameters");
    }

    private static ObjectNode header(ArrayNode parameters, String name, boolean required, String description) {
        return parameters
                .addObject()
                .put("name", name)
                .put("in", "header")
                .put("required", required)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private static void problems(ObjectNode operation, Method method, boolean open) {
        var responses =
                operation.has("responses") ? (ObjectNode) operation.get("responses") : operation.putObject("responses");
        PROBLEMS.forEach((status, description) -> {
            boolean write = method.isAnnotationPresent(Write.class);
            boolean applies = switch (status) {
                case 403 -> !open;
                case 409, 412, 413, 415, 422, 428 -> write;
                default -> true;
            };
            var key = Integer.toString(status);
            if (applies && !responses.has(key)) {
                responses
                        .putObject(key)
                        .put("description", description)
                        .putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema")
                        .put("$ref", REFERENCE + "Problem");
            }
        });
    }

    /** Gives every schema of the module the module's name before its own, so that merging cannot mix two of one name. */
    private void prefix(ObjectNode document, ObjectNode schemas) {
        var renamed = new LinkedHashMap<String, JsonNode>();
        schemas.properties().forEach(entry -> renamed.put(schemaPrefix + name(entry.getKey()), entry.getValue()));
        Schemas31.visit(document, node -> {
            var reference = node.path("$ref").asText("");
            if (reference.startsWith(REFERENCE) && !reference.equals(REFERENCE + "Problem")) {
                node.put("$ref", REFERENCE + schemaPrefix + name(reference.substring(REFERENCE.length())));
            }
        });
        schemas.removeAll();
        renamed.forEach(schemas::set);
    }

    private static String name(String schema) {
        return schema.replaceAll("[^A-Za-z0-9]", "");
    }

    private static String pascal(String id) {
        var name = new StringBuilder();
        for (var word : id.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static JsonNode problem() {
        try {
            return new ObjectMapper().readTree("""
                {"type": "object",
                 "description": "An error answer (RFC 9457)",
                 "required": ["type", "title", "status", "detail", "instance", "code", "traceId"],
                 "properties": {
                   "type": {"type": "string"},
                   "title": {"type": "string"},
                   "status": {"type": "integer"},
                   "detail": {"type": "string"},
                   "instance": {"type": "string"},
                   "code": {"type": "string"},
                   "traceId": {"type": "string"},
                   "errors": {"type": "array", "items": {
                     "type": "object",
                     "required": ["pointer", "code", "message"],
                     "properties": {
                       "pointer": {"type": "string"},
                       "code": {"type": "string"},
                       "message": {"type": "string"}}}}}}\
                """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
