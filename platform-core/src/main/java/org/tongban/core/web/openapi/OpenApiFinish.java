package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Adds to a module's OpenAPI document what follows from rules: names, summaries, tags, security, headers, error answers,
 * request schemas and examples (CO-13).
 */
final class OpenApiFinish {
    private static final String REFERENCE = "#/components/schemas/";
    private static final String HEADER = "#/components/headers/";
    private static final Pattern SENTENCE_END = Pattern.compile("\\.\\s|\\.$|。|[:;]\\s");

    /** What the parameters of every list mean (CO-11). */
    private static final Map<String, String> LISTS = Map.of(
            "cursor", "nextCursor or prevCursor of a page before; absent for the first page",
            "limit", "How many a page has at most: 1 to 100",
            "count", "true adds total, or totalAtLeast where there are more than 10,000");

    private final String module;
    private final String schemaPrefix;
    private final Properties descriptor;
    private final Endpoints endpoints;
    private final Refusals refusals;

    OpenApiFinish(Properties descriptor, Endpoints endpoints, Refusals refusals) {
        this.descriptor = descriptor;
        this.module = descriptor.getProperty("id");
        this.schemaPrefix = pascal(module);
        this.endpoints = endpoints;
        this.refusals = refusals;
    }

    void finish(ObjectNode document) {
        document.put("openapi", "3.1.0");
        document.put("x-module", module);
        var info = document.putObject("info");
        info.put("title", descriptor.getProperty("title.en")).put("version", descriptor.getProperty("version"));
        info.put("description", described());
        info.set("license", license());
        document.putArray("tags").addObject().put("name", module).put("description", described());
        var components = object(document, "components");
        var schemas = object(components, "schemas");
        Schemas31.convert(document);
        var forms = new FormBodies(schemas);
        document.path("paths")
                .forEach(path -> path.properties()
                        .forEach(entry -> operation((ObjectNode) entry.getValue(), path, schemas, forms)));
        dropUnused(document, schemas);
        prefix(document, schemas);
        refusals.components(components);
        components.set("headers", headers(document));
        components.set("securitySchemes", securitySchemes(document));
        new OperationExamples(document).add();
    }

    /** Those that some answer names. */
    private static ObjectNode headers(ObjectNode document) {
        var headers = Shared.node("headers");
        var named = document.findValuesAsText("$ref");
        return headers.retain(named.stream()
                .filter(reference -> reference.startsWith(HEADER))
                .map(reference -> reference.substring(HEADER.length()))
                .toList());
    }

    /** Those that some operation names: by the client's secret only the endpoints of OAuth are called. */
    private static ObjectNode securitySchemes(ObjectNode document) {
        var schemes = Shared.node("securitySchemes");
        if (document.findValues("security").stream().noneMatch(all -> all.findValue("client") != null)) {
            schemes.remove("client");
        }
        return schemes;
    }

    /** The licence of what is described here. */
    static ObjectNode license() {
        return Shared.node("license");
    }

    private String described() {
        return descriptor.getProperty("title.zh") + " · " + descriptor.getProperty("title.en");
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.has(name) ? (ObjectNode) parent.get(name) : parent.putObject(name);
    }

    private void operation(ObjectNode operation, JsonNode path, ObjectNode schemas, FormBodies forms) {
        var endpoint = endpoints.byOperation().get(operation.path("operationId").asText());
        if (endpoint == null) {
            throw new IllegalStateException("no endpoint of the name " + operation.path("operationId"));
        }
        operation.putArray("tags").add(module);
        summary(operation, endpoint);
        var security = operation.putArray("security");
        if (endpoint.fields().isPresent()) {
            // By its secret, or by an assertion in the body.
            security.addObject().putArray("client");
            security.addObject();
        }
        if (endpoint.isOpen() && endpoint.takesCaller()) {
            // Anyone may call it, and a token makes it say more.
            security.addObject();
        }
        if (!endpoint.isOpen() || endpoint.takesCaller()) {
            security.addObject().putArray("bearer");
        }
        endpoint.permission().ifPresent(permission -> operation.put("x-permission", permission));
        parameters(operation, endpoint);
        requestBody(operation, endpoint, schemas, forms);
        responses(operation, endpoint, path, forms);
        Headers.request(operation, endpoint);
        Headers.success((ObjectNode) operation.get("responses"), endpoint);
        refusals.describe(operation, endpoint);
    }

    /** The first sentence, where nothing shorter was said; what follows it stays the description. */
    private static void summary(ObjectNode operation, Endpoint endpoint) {
        var said = operation
                .path("summary")
                .asText(operation.path("description").asText(endpoint.method().getName()))
                .strip();
        var end = SENTENCE_END.matcher(said);
        var first = end.find() ? said.substring(0, end.start()) : said;
        operation.put("summary", first);
        var description = operation.path("description").asText(said).strip();
        if (description.replaceAll("[.。]$", "").equals(first)) {
            operation.remove("description");
        } else {
            operation.put("description", description);
        }
    }

    private static void parameters(ObjectNode operation, Endpoint endpoint) {
        var optional = endpoint.optional();
        for (var parameter : operation.path("parameters")) {
            var described = (ObjectNode) parameter;
            var name = parameter.path("name").asText();
            if (optional.contains(name)) {
                described.put("required", false);
            }
            if (LISTS.containsKey(name) && !parameter.has("description")) {
                described.put("description", LISTS.get(name));
            }
            if (parameter.at("/schema/type").asText().equals("object")) {
                // What the processor makes of a parameter that only an annotation on the method names.
                described.set("schema", listed(name));
            }
            // A parameter is absent or a text; no text stands for null.
            if (parameter.get("schema") instanceof ObjectNode schema) {
                if (schema.get("type") instanceof ArrayNode types) {
                    schema.set("type", types.get(0));
                }
                if (schema.get("enum") instanceof ArrayNode values) {
                    values.removeIf(JsonNode::isNull);
                }
                if (schema.path("anyOf").path(1).path("type").asText().equals("null")) {
                    described.set("schema", schema.get("anyOf").get(0));
                }
            }
        }
    }

    private static ObjectNode listed(String name) {
        var schema = JsonNodeFactory.instance.objectNode();
        return switch (name) {
            case "limit" -> schema.put("type", "integer").put("minimum", 1).put("maximum", 100);
            case "count" -> schema.put("type", "boolean");
            default -> schema.put("type", "string");
        };
    }

    private static void requestBody(ObjectNode operation, Endpoint endpoint, ObjectNode schemas, FormBodies forms) {
        var fields = endpoint.fields().orElse(null);
        if (fields != null) {
            var described = operation.putObject("requestBody").put("required", true);
            described
                    .putObject("content")
                    .putObject("application/x-www-form-urlencoded")
                    .set("schema", Shared.node(fields));
            return;
        }
        var body = endpoint.body().orElse(null);
        if (body == null || !operation.has("requestBody")) {
            return;
        }
        var request = (ObjectNode) operation.get("requestBody");
        request.put("required", true);
        var form = endpoint.form().orElse(null);
        if (form != null) {
            var content = request.putObject("content");
            content.putObject("application/json").set("schema", forms.schema(form));
            return;
        }
        var schema = request.at("/content/application~1json/schema");
        if (schema.isObject()) {
            Schemas31.close((ObjectNode) schema, body.getParameterizedType(), schemas);
        }
    }

    private void responses(ObjectNode operation, Endpoint endpoint, JsonNode path, FormBodies forms) {
        var responses = object(operation, "responses");
        if (endpoint.answersBytes()) {
            responses.removeAll();
            responses.set("200", Shared.node("bytes"));
        } else if (endpoint.answersDocument()) {
            var schema = documentForm(path)
                    .map(forms::schema)
                    .orElseThrow(() -> new IllegalStateException(
                            endpoint.method() + " answers a document, but none is put at its path"));
            responses.properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response -> object((ObjectNode) response.getValue(), "content")
                            .putObject("application/json")
                            .set("schema", schema.deepCopy()));
        }
    }

    /** The form of the document that is written at a path: what is read there is the same. */
    private Optional<String> documentForm(JsonNode path) {
        var writing = path.path("put").path("operationId").asText();
        return Optional.ofNullable(endpoints.byOperation().get(writing)).flatMap(Endpoint::form);
    }

    /** Leaves out the schemas that nothing refers to any more, and those that only they referred to. */
    private static void dropUnused(JsonNode document, ObjectNode schemas) {
        boolean goesOn = true;
        while (goesOn) {
            var used = new HashSet<String>();
            Schemas31.visit(document, node -> used.add(node.path("$ref").asText()));
            var unused = schemas.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !used.contains(REFERENCE + name))
                    .toList();
            schemas.remove(unused);
            goesOn = !unused.isEmpty();
        }
    }

    /** Gives every schema of the module the module's name before its own, so that merging cannot mix two of one name. */
    private void prefix(ObjectNode document, ObjectNode schemas) {
        var renamed = new LinkedHashMap<String, JsonNode>();
        schemas.properties().forEach(entry -> renamed.put(schemaPrefix + name(entry.getKey()), entry.getValue()));
        Schemas31.visit(document, node -> {
            var reference = node.path("$ref").asText("");
            if (reference.startsWith(REFERENCE) && !reference.equals(REFERENCE + "Problem")) {
                node.put("$ref", REFERENCE + schemaPrefix + prefixed(reference.substring(REFERENCE.length())));
            }
        });
        schemas.removeAll();
        renamed.forEach(schemas::set);
    }

    /** The name in a reference that may go on below the schema. */
    private static String prefixed(String reference) {
        int end = reference.indexOf('/');
        return end < 0 ? name(reference) : name(reference.substring(0, end)) + reference.substring(end);
    }

    private static String name(String schema) {
        return schema.replaceAll("[^A-Za-z0-9]", "");
    }

    /** The name with a capital for each word and no hyphens. */
    static String pascal(String id) {
        var name = new StringBuilder();
        for (var word : id.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
