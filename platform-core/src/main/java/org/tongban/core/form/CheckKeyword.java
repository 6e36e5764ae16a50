package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.AbstractKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Map;
import org.tongban.core.identifier.Folding;

/** The keyword {@code x-check}: the name of a check on the text (CO-31). */
final class CheckKeyword extends AbstractKeyword {
    static final String NAME = "x-check";

    private final Map<String, IdentifierCheck> checks;

    CheckKeyword(Map<String, IdentifierCheck> checks) {
        super(NAME);
        this.checks = Map.copyOf(checks);
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
        var check = checks.get(value.asText());
        if (check == null) {
            throw new SchemaException("x-check names no check: " + value);
        }
        return new Check(this, value, location, check);
    }

    private static final class Check extends AbstractKeywordValidator {
        private final IdentifierCheck check;

        Check(Keyword keyword, JsonNode value, SchemaLocation location, IdentifierCheck check) {
            super(keyword, value, location);
            this.check = check;
        }

        @Override
        public void validate(ExecutionContext context, JsonNode node, JsonNode root, NodePath place) {
            if (node.isTextual()) {
                check.check(Folding.identifier(node.textValue()))
                        .ifPresent(problem -> Findings.report(context, NAME, place, problem));
            }
        }
    }
}
