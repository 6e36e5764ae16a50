package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.Map;

/** Compiles JSON Schema 2020-12 documents with the platform's own keywords (CO-31). Thread-safe. */
public final class SchemaCompiler {
    private static final String DIALECT = "urn:tongban:dialect";

    private final SchemaRegistry registry;

    /**
     * @param checks the checks that {@code x-check} can name
     * @param references answers {@code x-reference}
     */
    public SchemaCompiler(Map<String, IdentifierCheck> checks, ReferenceLookup references) {
        var dialect = Dialect.builder(DIALECT, Dialects.getDraft202012())
                .keyword(new CheckKeyword(checks))
                .keyword(new ReferenceKeyword(references))
                .format(WholeNumberFormat.INT32)
                .format(WholeNumberFormat.INT64)
                // Annotations of OpenAPI and of the forms' vocabulary say nothing about validity.
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build();
        var config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(EcmaPattern::compiled)
                .formatAssertionsEnabled(true)
                .typeLoose(false)
                .losslessNarrowing(false)
                .preloadSchema(true)
                .cacheRefs(true)
                .build();
        this.registry = SchemaRegistry.withDialect(
                dialect, builder -> builder.schemaRegistryConfig(config).schemaCacheEnabled(false));
    }

    /**
     * Compiles a schema; references must lie inside it.
     *
     * @throws IllegalArgumentException if it is no valid schema
     */
    public DocumentSchema compile(JsonNode schema) {
        return compile(schema, schema);
    }

    /**
     * Compiles the schema at a JSON pointer of a larger document, say {@code /components/schemas/NewProduct} of an
     * OpenAPI document, whose references reach all over that document.
     *
     * @throws IllegalArgumentException if there is no valid schema
     */
    public DocumentSchema compile(JsonNode document, String pointer) {
        if (document.at(pointer).isMissingNode()) {
            throw new IllegalArgumentException("no schema at " + pointer);
        }
        var whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) document);
        whole.put("$ref", "#" + pointer);
        return compile(document.at(pointer), whole);
    }

    private DocumentSchema compile(JsonNode written, JsonNode whole) {
        var faults = Meta.SCHEMA.validate(written);
        if (!faults.isEmpty()) {
            var fault = faults.getFirst();
            throw new IllegalArgumentException(
                    "the schema is not valid at " + Findings.pointer(fault) + ": " + fault.getMessage());
        }
        try {
            var compiled = registry.getSchema(withoutDialect(whole));
            compiled.initializeValidators();
            return new DocumentSchema(whole, compiled);
        } catch (SchemaException e) {
            throw new IllegalArgumentException("the schema does not compile: " + e.getMessage(), e);
        }
    }

    /** The dialect is ours whatever {@code $schema} says: its keywords are those of 2020-12 and more. */
    private static JsonNode withoutDialect(JsonNode schema) {
        if (!(schema instanceof ObjectNode object) || !object.has("$schema")) {
            return schema;
        }
        var copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(object);
        copy.remove("$schema");
        return copy;
    }

    /** The schema of schemas, loaded from the validator's own jar at first use. */
    private static final class Meta {
        static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    }
}
