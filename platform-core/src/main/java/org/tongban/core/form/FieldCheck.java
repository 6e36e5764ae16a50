package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

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
    private static final Set<String> LENGTHS = Set.of("minLength", "maxLength");
    private static final Set<String> LENGTH_CODES =
            Set.of(ViolationCode.MIN_LENGTH.code(), ViolationCode.MAX_LENGTH.code());
    private static final Set<String> SEEN =
            Set.of("minLength", "maxLength", PATTERN, "minimum", "maximum", "minItems", "maxItems");

    /** What can be seen of a field, in the order in which the server tells it. */
    public static List<FieldCheck> of(JsonNode schema, boolean required) {
        var checks = new ArrayList<FieldCheck>();
        if (required) {
            checks.add(of("required", IntNode.valueOf(1), needed(schema)));
        }
        if (schema.path("type").asText().equals("integer")) {
            var whole = TextNode.valueOf("^" + WHOLE_NUMBER + "$");
            checks.add(of(PATTERN, whole, ViolationCode.typeMessage("integer")));
        }
        boolean hasPattern = schema.has(PATTERN);
        schema.properties().stream()
                .filter(keyword -> SEEN.contains(keyword.getKey()))
                .map(keyword -> new FieldCheck(
                        keyword.getKey(),
                        keyword.getValue(),
                        ViolationCode.of(keyword.getKey()).message(keyword.getValue()),
                        "",
                        // What its pattern says of a text its length need not say again.
                        hasPattern && LENGTHS.contains(keyword.getKey())))
                .sorted(Comparator.comparing(FieldCheck::alone))
                .forEach(checks::add);
        IdentifierChecks.shapes(schema.path(CheckKeyword.NAME).asText()).stream()
                .map(shape -> new FieldCheck(
                        PATTERN, TextNode.valueOf(shape.pattern().pattern()), shape.message(), shape.ignored(), true))
                .forEach(checks::add);
        return List.copyOf(checks);
    }

    /** Whether the schema says no more of it than that it was left out; a module's own words are kept. */
    public static boolean isLeftOut(Violation violation, JsonNode schema) {
        return ViolationCode.REQUIRED.says(violation.message())
                || violation.code().equals(ViolationCode.CONST.code())
                        && schema.path("const").asBoolean();
    }

    /** What is asked of somebody who left out what the schema needs: words for the reader of a page, not of an answer. */
    public static Title needed(JsonNode schema) {
        var items = schema.path("items");
        if (schema.path("const").asBoolean()) {
            return new Title("请阅读后勾选", "Tick the box to confirm.");
        }
        if (schema.has("x-slot") || items.has("x-slot")) {
            return new Title("请上传文件", "Upload a file.");
        }
        if (schema.has("enum")
                || schema.has("x-reference")
                || schema.path("type").asText().equals("boolean")) {
            return new Title("请选择一项", "Choose one.");
        }
        if (items.has("enum") || items.has("x-reference")) {
            return new Title("请至少选择一项", "Choose one or more.");
        }
        return items.isMissingNode()
                ? new Title("请填写此项", "Fill this in.")
                : new Title("请至少填写一项", "Fill in one or more.");
    }

    /** Of what is wrong with one field that which its reader is told: what a pattern says, lengths need not say again. */
    public static List<Violation> told(List<Violation> all) {
        boolean hasPattern = all.stream().anyMatch(violation -> violation.code().equals(ViolationCode.PATTERN.code()));
        return all.stream()
                .filter(violation -> !(hasPattern && LENGTH_CODES.contains(violation.code())))
                .toList();
    }

    private static FieldCheck of(String keyword, JsonNode value, Title message) {
        return new FieldCheck(keyword, value, message, "", false);
    }
}
