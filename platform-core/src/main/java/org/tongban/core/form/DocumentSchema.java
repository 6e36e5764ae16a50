package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.tongban.core.web.Violation;

/** A compiled schema that says everything that is wrong with a document (CO-10b, CO-31). Thread-safe. */
public final class DocumentSchema {
    private final JsonNode source;
    private final Schema compiled;

    DocumentSchema(JsonNode source, Schema compiled) {
        this.source = source;
        this.compiled = compiled;
    }

    /** The schema as it was written. */
    public JsonNode source() {
        return source;
    }

    /**
     * All violations of the document, one for each pointer and code; for a missing or unknown property the pointer is
     * that property's own. At most {@value Findings#MOST}, so that a hostile body has no huge answer.
     */
    public List<Violation> check(JsonNode document) {
        var strict = new ArrayList<Violation>(0);
        Strictness.check(document, source, strict);
        var context = compiled.createExecutionContext();
        compiled.validate(context, document);
        if (strict.isEmpty() && context.getErrors().isEmpty()) {
            return List.of();
        }
        return new Findings(context.getErrors(), strict).violations();
    }
}
