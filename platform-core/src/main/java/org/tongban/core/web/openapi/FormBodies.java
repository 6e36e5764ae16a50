package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tongban.core.form.DraftSchema;

/**
 * The bodies that are documents of a form: the form's draft schema as a component, and as its example the document that
 * is shipped beside the schema as {@code forms/<module>/<name>@<version>.example.json}, or one made of the schema.
 */
final class FormBodies {
    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode schemas;
    private final Map<String, String> names = new HashMap<>();

    FormBodies(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** A reference to the draft schema of a form, which becomes a component, with an example. */
    ObjectNode schema(String form) {
        var name = names.computeIfAbsent(form, this::component);
        return JsonNodeFactory.instance.objectNode().put("$ref", REFERENCE + name);
    }

    private String component(String form) {
        var name = OpenApiFinish.pascal(form.substring(form.indexOf('/') + 1, form.lastIndexOf('@'))) + "Draft";
        var strict = resource(form + ".schema.json")
                .orElseThrow(() -> new IllegalStateException("there is no form " + form));
        var draft = (ObjectNode) DraftSchema.derive(strict);
        draft.remove("$schema");
        draft.remove("$id");
        Schemas31.visit(draft, node -> {
            var inner = node.path("$ref").asText();
            if (inner.startsWith("#/$defs/")) {
                node.put("$ref", REFERENCE + name + inner.substring(1));
            }
        });
        var example = resource(form + ".example.json").orElseGet(() -> new Examples(schemas).of(strict, ""));
        draft.putArray("examples").add(example);
        schemas.set(name, draft);
        return name;
    }

    private Optional<JsonNode> resource(String name) {
        try (var in = FormBodies.class.getClassLoader().getResourceAsStream("forms/" + name)) {
            return in == null ? Optional.empty() : Optional.of(mapper.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
