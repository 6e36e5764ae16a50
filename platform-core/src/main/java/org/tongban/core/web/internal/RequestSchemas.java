package org.tongban.core.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.form.DocumentSchema;
import org.tongban.core.form.Forms;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.module.StartRefused;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.openapi.OpenApi;

/**
 * The compiled schema of every JSON body: the operation's own from OpenAPI, or the draft schema of a form (CO-10b). All
 * are compiled at the start, which a body that OpenAPI does not describe stops, and one whose parameter is of no type for it.
 */
@Context
public class RequestSchemas {
    private final Forms forms;
    private final Map<String, DocumentSchema> compiled;

    RequestSchemas(OpenApi openApi, Forms forms, SchemaCompiler compiler, Operations operations) {
        this.forms = forms;
        refuseMisfits(operations);
        var schemas = new HashMap<String, DocumentSchema>();
        operations
                .all()
                .filter(RequestSchemas::hasSchemaOfItsOwn)
                .map(ExecutableMethod::getMethodName)
                .forEach(name ->
                        schemas.computeIfAbsent(name, operation -> compiler.compile(openApi.requestSchema(operation))));
        this.compiled = Map.copyOf(schemas);
    }

    private static void refuseMisfits(Operations operations) {
        var misfits = operations
                .all()
                .filter(method -> checked(method).anyMatch(RequestSchemas::isMisfit))
                .map(method -> method.getDeclaringType().getSimpleName() + "." + method.getMethodName())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!misfits.isEmpty()) {
            throw new StartRefused("The body of %s: what is @Checked by a form is a JsonNode or a CheckedDraft, and a"
                            .formatted(misfits)
                    + " CheckedDraft is checked by a form.");
        }
    }

    private static boolean isMisfit(Argument<?> argument) {
        var isDraft = argument.getType() == CheckedDraft.class;
        return form(argument).isPresent() ? !isDraft && argument.getType() != JsonNode.class : isDraft;
    }

    private static boolean hasSchemaOfItsOwn(ExecutableMethod<?, ?> method) {
        return checked(method)
                .filter(argument -> argument.getType() != FormFields.class)
                .anyMatch(argument -> form(argument).isEmpty());
    }

    private static Stream<Argument<?>> checked(ExecutableMethod<?, ?> method) {
        return Stream.<Argument<?>>of(method.getArguments())
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(Checked.class));
    }

    private static Optional<String> form(Argument<?> argument) {
        return argument.getAnnotationMetadata()
                .stringValue(Checked.class, "form")
                .filter(id -> !id.isEmpty());
    }

    /**
     * What a parameter is given of a body: the document, with its texts folded as the form's fields say, or a draft.
     *
     * @throws DomainException with every violation of the schema
     */
    Object checked(ExecutableMethod<?, ?> method, Argument<?> argument, JsonNode document) {
        var form = form(argument).orElse(null);
        if (form == null) {
            return sound(of(method.getMethodName()), document);
        }
        return argument.getType() == CheckedDraft.class
                ? forms.draftOf(form, document)
                : sound(forms.draft(form), forms.normalise(form, document));
    }

    private static JsonNode sound(DocumentSchema schema, JsonNode document) {
        var violations = schema.check(document);
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        return document;
    }

    /** The schema of an operation's body, for pages that stand for the operation. */
    public DocumentSchema of(String operation) {
        return Objects.requireNonNull(compiled.get(operation), operation);
    }
}
