package org.tongban.core.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongban.core.form.DocumentSchema;
import org.tongban.core.form.Forms;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.openapi.OpenApi;

/**
 * The compiled schema of every JSON body: the operation's own from OpenAPI, or the draft schema of a form (CO-10b). All
 * are compiled at the start, which a body that OpenAPI does not describe stops.
 */
@Context
public class RequestSchemas {
    private final Forms forms;
    private final Map<String, DocumentSchema> compiled;

    RequestSchemas(OpenApi openApi, Forms forms, SchemaCompiler compiler, Operations operations) {
        this.forms = forms;
        var schemas = new HashMap<String, DocumentSchema>();
        operations
                .all()
                .filter(RequestSchemas::hasSchemaOfItsOwn)
                .map(ExecutableMethod::getMethodName)
                .forEach(name ->
                        schemas.computeIfAbsent(name, operation -> compiler.compile(openApi.requestSchema(operation))));
        this.compiled = Map.copyOf(schemas);
    }

    private static boolean hasSchemaOfItsOwn(ExecutableMethod<?, ?> method) {
        return Stream.of(method.getArguments())
                .filter(argument -> argument.getType() != FormFields.class)
                .map(Argument::getAnnotationMetadata)
                .anyMatch(argument -> argument.hasAnnotation(Checked.class)
                        && argument.stringValue(Checked.class, "form")
                                .filter(form -> !form.isEmpty())
                                .isEmpty());
    }

    DocumentSchema draft(String form) {
        return forms.draft(form);
    }

    /** The document as a draft of the version that it fits. */
    Forms.DraftOf draftOf(String form, JsonNode document) {
        return forms.draftOf(form, document);
    }

    /** The document with its texts folded as the form's fields say, which is what is checked and stored. */
    JsonNode normalise(String form, JsonNode document) {
        return forms.normalise(form, document);
    }

    DocumentSchema of(ExecutableMethod<?, ?> method) {
        return of(method.getMethodName());
    }

    /** The schema of an operation's body, for pages that stand for the operation. */
    public DocumentSchema of(String operation) {
        return Objects.requireNonNull(compiled.get(operation), operation);
    }
}
