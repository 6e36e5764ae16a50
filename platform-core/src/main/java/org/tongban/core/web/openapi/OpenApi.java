package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollection.Choice;

/** The OpenAPI documents of the modules that run, one each and merged (CO-13). Immutable after the start. */
@Context
public class OpenApi {
    /** Where a module's jar carries its finished document. */
    public static final String PATH = "META-INF/tongban/openapi.json";

    private static final String SEARCH = "searchPublic";

    private final Map<String, ObjectNode> documents = new HashMap<>();
    private final Map<String, JsonNode> operations = new HashMap<>();
    private final ObjectNode merged;

    OpenApi(ModuleRegistry modules, @Value("${platform.public-url}") String publicUrl) {
        var mapper = new ObjectMapper();
        for (var module : modules.modules()) {
            document(mapper, module).ifPresent(found -> {
                located(found, publicUrl);
                documents.put(module.descriptor().id(), found);
            });
        }
        merged = JsonNodeFactory.instance.objectNode();
        merged.put("openapi", "3.1.0");
        var version = modules.modules().getFirst().descriptor().version();
        merged.putObject("info")
                .put("title", "Tongban")
                .put("version", version)
                .put("description", "All programmes that run on this platform.")
                .set("license", OpenApiFinish.license());
        merged.putArray("servers").addObject().put("url", publicUrl);
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components");
        for (var module : modules.modules()) {
            var document = documents.get(module.descriptor().id());
            if (document != null) {
                merge(module, document);
            }
        }
        var search = operations.get(SEARCH);
        if (search != null) {
            modules.<PublicCollection>all(PlatformModule::publicCollections)
                    .forEach(collection -> filters(collection, (ArrayNode) search.get("parameters")));
        }
    }

    /** What a build cannot know either: by what the collections of the modules that run are filtered (CO-11). */
    private static void filters(PublicCollection collection, ArrayNode parameters) {
        for (var facet : collection.facets()) {
            var title = facet.title().en() + ", of " + collection.id();
            var known = StreamSupport.stream(parameters.spliterator(), false)
                    .filter(one -> one.path("name").asText().equals(facet.parameter()))
                    .findFirst();
            if (known.isPresent()) {
                var parameter = (ObjectNode) known.get();
                parameter.put("description", parameter.path("description").asText() + "; " + title);
                continue;
            }
            var values = facet.choices().stream().map(Choice::value).collect(Collectors.joining(", "));
            parameters
                    .addObject()
                    .put("name", facet.parameter())
                    .put("in", "query")
                    .put("description", values.isEmpty() ? title : title + ": " + values)
                    .putObject("schema")
                    .put("type", "string");
        }
    }

    /** The merged document. */
    public JsonNode merged() {
        return merged;
    }

    /** The document of one module that runs. */
    public Optional<JsonNode> of(String module) {
        return Optional.ofNullable(documents.get(module));
    }

    /**
     * The request schema of an operation with what it refers to, as a document of its own.
     *
     * @throws StartRefused where the operation describes no JSON body
     */
    public JsonNode requestSchema(String operationId) {
        var operation = operations.get(operationId);
        var schema = operation == null ? null : operation.at("/requestBody/content/application~1json/schema");
        if (schema == null || schema.isMissingNode()) {
            throw new StartRefused("The operation “%s” describes no JSON body in OpenAPI.".formatted(operationId));
        }
        return whole(schema);
    }

    /** The schemas of an operation's query parameters by name, each with all that it refers to; empty for a hidden one. */
    public Map<String, JsonNode> querySchemas(String operationId) {
        var schemas = new HashMap<String, JsonNode>();
        var operation = operations.get(operationId);
        if (operation != null) {
            for (var parameter : operation.path("parameters")) {
                if (parameter.path("in").asText().equals("query") && parameter.has("schema")) {
                    schemas.put(parameter.path("name").asText(), whole(parameter.get("schema")));
                }
            }
        }
        return schemas;
    }

    private ObjectNode whole(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        if (whole.findValue("$ref") != null) {
            whole.set("components", merged.get("components").deepCopy());
        }
        return whole;
    }

    /** What a build cannot know: where this installation is. */
    private static void located(ObjectNode document, String publicUrl) {
        document.putArray("servers").addObject().put("url", publicUrl);
        document.at("/components/examples").forEach(example -> {
            if (example.get("value") instanceof ObjectNode problem) {
                problem.put("type", publicUrl + problem.path("type").asText());
            }
        });
    }

    private static Optional<ObjectNode> document(ObjectMapper mapper, Installed module) {
        var source = module.declarations().getClass().getProtectionDomain().getCodeSource();
        try {
            var places = module.declarations().getClass().getClassLoader().getResources(PATH);
            while (places.hasMoreElements()) {
                var place = places.nextElement();
                try (var in = place.openStream()) {
                    var document = (ObjectNode) mapper.readTree(in);
                    if (document.path("x-module")
                            .asText()
                            .equals(module.descriptor().id())) {
                        return Optional.of(document);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the OpenAPI of " + source, e);
        }
        return Optional.empty();
    }

    private void merge(Installed module, ObjectNode document) {
        ((ArrayNode) merged.get("tags")).addAll((ArrayNode) document.get("tags"));
        var paths = (ObjectNode) merged.get("paths");
        document.path("paths").properties().forEach(path -> {
            if (paths.has(path.getKey())) {
                throw new StartRefused("The path “%s” is described by two modules, one of them “%s”."
                        .formatted(path.getKey(), module.descriptor().id()));
            }
            paths.set(path.getKey(), path.getValue());
            path.getValue().forEach(operation -> {
                var id = operation.path("operationId").asText();
                if (!id.isEmpty() && operations.put(id, operation) != null) {
                    throw new StartRefused("The operation id “%s” is there twice, once in the module “%s”."
                            .formatted(id, module.descriptor().id()));
                }
            });
        });
        document.path("components").properties().forEach(kind -> {
            var all = (ObjectNode) merged.get("components");
            var into = all.has(kind.getKey()) ? (ObjectNode) all.get(kind.getKey()) : all.putObject(kind.getKey());
            kind.getValue().properties().forEach(entry -> into.set(entry.getKey(), entry.getValue()));
        });
    }
}
