package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;

/** The widths that OpenAPI gives integers, checked before a binder would cut a number short. */
enum WholeNumberFormat implements Format {
    INT32("int32"),
    INT64("int64");

    private final String name;

    WholeNumberFormat(String name) {
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
        return switch (this) {
            case INT32 -> !value.isIntegralNumber() || value.canConvertToInt();
            case INT64 -> !value.isIntegralNumber() || value.canConvertToLong();
        };
    }
}
