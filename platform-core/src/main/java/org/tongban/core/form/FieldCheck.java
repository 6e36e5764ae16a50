package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongban.core.module.Title;

/**
 * Something that a page sees by itself when a field is left, with the words that the server has for it (PO-2). What hangs on
 * other fields, on reference sets or on check digits the server alone says.
 *
 * @param keyword one of JSON Schema, with its {@code value}
 * @param ignored a character that does not count, or nothing
 * @param alone whether it is only told where nothing else is wrong with the field
 */
public record FieldCheck(String keyword, JsonNode value, Title message, String ignored, boolean alone) {
    /** A whole number as it is typed. */
    public static final String WHOLE_NUMBER = "-?(0|[1-9][0-9]{0,17})";

    private static final String PATTERN = "pattern";
    private static final Set<String> SEEN =
            Set.of("minLength", "maxLength", PATTERN, "minimum", "maximum", "minItems", "maxItems");

    /** What can be seen of a field, in the order in which the server tells it. */
    public static List<FieldCheck> of(JsonNode schema, boolean required) {
        var checks = new ArrayList<FieldCheck>();
        if (required) {
            checks.add(told("required", IntNode.valueOf(1), ViolationCode.REQUIRED.message(null)));
        }
        if (schema.path("type").asText().equals("integer")) {
            var whole = TextNode.valueOf("^" + WHOLE_NUMBER + "$");
            checks.add(told(PATTERN, whole, ViolationCode.typeMessage("integer")));
        }
        schema.properties().stream()
                .filter(keyword -> SEEN.contains(keyword.getKey()))
                .map(keyword -> told(
                        keyword.getKey(),
                        keyword.getValue(),
                        ViolationCode.of(keyword.getKey()).message(keyword.getValue())))
                .forEach(checks::add);
        IdentifierChecks.shapes(schema.path(CheckKeyword.NAME).asText()).stream()
                .map(shape -> new FieldCheck(
                        PATTERN, TextNode.valueOf(shape.pattern().pattern()), shape.message(), shape.ignored(), true))
                .forEach(checks::add);
        return List.copyOf(checks);
    }

    private static FieldCheck told(String keyword, JsonNode value, Title message) {
        return new FieldCheck(keyword, value, message, "", false);
    }
}
