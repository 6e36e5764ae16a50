package org.tongban.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.tongban.core.form.DocumentSchema;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.web.Violation;

/**
 * Holds every answer that a test gets against the OpenAPI document that the server publishes (RL-5): a status, an error
 * code, a header or a body that is not described fails the test. Thread-safe.
 */
final class Contract {
    private static final List<String> HEADERS = List.of(
            "ETag",
            "Location",
            "Retry-After",
            "WWW-Authenticate",
            "Content-Language",
            "Content-Disposition",
            "Content-Range");
    private static final Pattern UNDESCRIBED = Pattern.compile("/api/platform/v1/dev/.*");

    private final JsonNode document;
    private final SchemaCompiler compiler;
    private final List<Path> paths = new ArrayList<>();
    private final Map<String, DocumentSchema> compiled = new ConcurrentHashMap<>();

    private record Path(String template, Pattern pattern, JsonNode operations) {
        static Path of(String template, JsonNode operations) {
            var pattern = template.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+");
            return new Path(template, Pattern.compile(pattern), operations);
        }
    }

    Contract(JsonNode document, SchemaCompiler compiler) {
        this.document = document;
        this.compiler = compiler;
        document.path("paths").properties().forEach(path -> paths.add(Path.of(path.getKey(), path.getValue())));
        // What is written out goes before what a variable takes.
        paths.sort(Comparator.comparing(path -> path.template().replace('{', '~')));
    }

    /** @throws AssertionError that says everything in the answer that is not described */
    void check(String method, String address, Answer answer) {
        var path = address.replaceAll("[?#].*", "");
        if (!(path.startsWith("/api/") || path.startsWith("/oauth2/"))
                || UNDESCRIBED.matcher(path).matches()) {
            return;
        }
        var faults = new ArrayList<String>();
        if (answer.status() >= 400 && answer.body().length == 0 && !method.equals("HEAD")) {
            faults.add("status " + answer.status() + " without a body");
        }
        operation(method, path)
                .ifPresentOrElse(
                        operation -> described(operation, answer, faults), () -> unknown(method, answer, faults));
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s is not as described: %s\n%s %s"
                    .formatted(
                            method,
                            address,
                            String.join("; ", faults),
                            answer,
                            answer.headers().map()));
        }
    }

    private Optional<JsonNode> operation(String method, String path) {
        return paths.stream()
                .filter(known -> known.pattern().matcher(path).matches())
                .map(known -> known.operations().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    /** What no operation takes is refused by a problem like all else; a HEAD has the headers alone. */
    private void unknown(String method, Answer answer, List<String> faults) {
        if (answer.status() < 400 && !List.of("HEAD", "OPTIONS").contains(method)) {
            faults.add("there is no such operation");
        } else if (answer.status() >= 400 && answer.body().length > 0) {
            faults(problemSchema(), answer.json()).forEach(violation -> faults.add(violation.toString()));
        }
    }

    private void described(JsonNode operation, Answer answer, List<String> faults) {
        var response = operation.path("responses").path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            faults.add("status " + answer.status());
            return;
        }
        HEADERS.stream()
                .filter(header -> !answer.header(header).isEmpty())
                .filter(header -> !response.path("headers").has(header))
                .forEach(header -> faults.add("header " + header));
        body(operation, response, answer, faults);
    }

    private void body(JsonNode operation, JsonNode response, Answer answer, List<String> faults) {
        if (answer.body().length == 0) {
            return;
        }
        var type = answer.header("Content-Type").replaceAll(";.*", "").strip();
        var content = response.path("content");
        if (content.has("*/*")) {
            return;
        }
        if (!content.has(type)) {
            faults.add("content type " + type);
            return;
        }
        if (!isJson(type)) {
            // A picture has no schema to be held against.
            return;
        }
        var id = operation.path("operationId").asText() + " " + answer.status();
        var schema =
                compiled.computeIfAbsent(id, name -> compile(content.path(type).path("schema")));
        faults(schema, answer.json()).forEach(violation -> faults.add(violation.toString()));
        var examples = content.path(type).path("examples");
        var code = type.equals("application/json") ? answer.json().path("error").asText() : answer.code();
        if (answer.status() >= 400 && !examples.has(code)) {
            faults.add("code " + code);
        }
    }

    private DocumentSchema problemSchema() {
        return compiled.computeIfAbsent("", name -> compile(document.at("/components/schemas/Problem")));
    }

    private DocumentSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components").deepCopy());
        return compiler.compile(whole);
    }

    private static List<Violation> faults(DocumentSchema schema, JsonNode body) {
        return schema.check(body);
    }

    /** What is wrong with the examples of the document: none, or not as their schema says. */
    List<String> exampleFaults() {
        var faults = new ArrayList<String>();
        for (var path : paths) {
            path.operations().properties().forEach(entry -> {
                var operation = entry.getValue();
                var id = operation.path("operationId").asText();
                examples(id + " request", operation.path("requestBody"), faults);
                for (var parameter : operation.path("parameters")) {
                    if (parameter.has("example")) {
                        example(
                                id + " " + parameter.path("name").asText(),
                                parameter.path("schema"),
                                parameter.path("example"),
                                faults);
                    }
                }
                operation
                        .path("responses")
                        .properties()
                        .forEach(response -> examples(id + " " + response.getKey(), response.getValue(), faults));
            });
        }
        return faults;
    }

    private void examples(String place, JsonNode body, List<String> faults) {
        body.path("content").properties().forEach(entry -> {
            var type = entry.getValue();
            if (!type.has("example") && type.path("examples").isEmpty()) {
                faults.add(place + " has no example");
            }
            // Lines of CSV and bytes of files are no JSON texts.
            if (type.has("example") && isJson(entry.getKey())) {
                example(place, type.path("schema"), type.get("example"), faults);
            }
            for (var example : type.path("examples")) {
                var target = example.has("$ref")
                        ? document.at(example.path("$ref").asText().substring(1))
                        : example;
                example(place, type.path("schema"), target.path("value"), faults);
            }
        });
    }

    private void example(String place, JsonNode schema, JsonNode example, List<String> faults) {
        faults(compile(schema), example)
                .forEach(violation -> faults.add(place + ": the example has " + violation + " in " + example));
    }

    /** One document of JSON: lines of it are none. */
    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
