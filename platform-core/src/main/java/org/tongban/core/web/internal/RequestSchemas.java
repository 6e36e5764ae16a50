package org.tongban.core.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongban.core.form.DocumentSchema;
import org.tongban.core.form.Forms;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.web.openapi.OpenApi;

/** The compiled schema of every JSON body: the operation's own from OpenAPI, or the draft schema of a form (CO-10b). */
@Singleton
class RequestSchemas {
    private final OpenApi openApi;
    private final Forms forms;
    private final SchemaCompiler compiler;
    private final Map<String, DocumentSchema> compiled = new ConcurrentHashMap<>();

    RequestSchemas(OpenApi openApi, Forms forms, SchemaCompiler compiler) {
        this.compiler = compiler;
        this.openApi = openApi;
        this.forms = forms;
    }

    DocumentSchema draft(String form) {
        return forms.draft(form);
    }

    /** The document with its texts folded as the form's fields say, which is what is checked and stored. */
    JsonNode normalise(String form, JsonNode document) {
        return forms.normalise(form, document);
    }

    DocumentSchema of(ExecutableMethod<?, ?> method) {
        return compiled.computeIfAbsent(
                method.getMethodName(), operation -> compiler.compile(openApi.requestSchema(operation)));
    }
}
