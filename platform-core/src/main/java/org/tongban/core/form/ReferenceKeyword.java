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
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/** The keyword {@code x-reference}: the reference set, and the level in it, that a code must stand in (CO-31). */
final class ReferenceKeyword extends AbstractKeyword {
    static final String NAME = "x-reference";

    private static final IdentifierCheck.Problem UNKNOWN = new IdentifierCheck.Problem(
            "unknown-code", new Title("代码不在参照表中", "This code is not in the reference set."));

    private final ReferenceLookup lookup;

    ReferenceKeyword(ReferenceLookup lookup) {
        super(NAME);
        this.lookup = lookup;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
        if (!value.path("set").isTextual()) {
            throw new SchemaException("x-reference names no set: " + value);
        }
        var level = value.path("level").isInt()
                ? Integer.valueOf(value.path("level").intValue())
                : null;
        return new Reference(this, value, location, value.path("set").textValue(), level, lookup);
    }

    private static final class Reference extends AbstractKeywordValidator {
        private final String set;
        private final @Nullable Integer level;
        private final ReferenceLookup lookup;

        Reference(
                Keyword keyword,
                JsonNode value,
                SchemaLocation location,
                String set,
                @Nullable Integer level,
                ReferenceLookup lookup) {
            super(keyword, value, location);
            this.set = set;
            this.level = level;
            this.lookup = lookup;
        }

        @Override
        public void validate(ExecutionContext context, JsonNode node, JsonNode root, NodePath place) {
            if (node.isTextual() && !lookup.holds(set, level, node.textValue())) {
                Findings.report(context, NAME, place, UNKNOWN);
            }
        }
    }
}
