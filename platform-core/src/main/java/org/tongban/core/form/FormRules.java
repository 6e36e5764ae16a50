package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the platform asks of every form beyond being a valid schema, so that portals reach the same verdict (CO-31). */
final class FormRules {
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "const",
            "enum",
            "default",
            "writeOnly",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "contains",
            "minContains",
            "maxContains",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum");
    private static final Set<String> OF_ONE_TYPE = Set.of(
            "minLength",
            "maxLength",
            "pattern",
            "contains",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum");
    private static final Pattern OUTSIDE_SUBSET =
            Pattern.compile("\\\\[sSbBwW]|[^\\x20-\\x7e]|\\\\p\\{(?!Script=Han})");

    private final Set<String> vocabulary;
    private final List<String> faults = new ArrayList<>();

    private FormRules(Set<String> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Everything wrong with a form, each with the place in it. */
    static List<String> faults(JsonNode schema, JsonNode ui, Set<String> vocabulary) {
        var rules = new FormRules(vocabulary);
        if (!schema.path("$schema").asText().equals("https://json-schema.org/draft/2020-12/schema")) {
            rules.faults.add("$schema must name draft 2020-12");
        }
        if (!schema.path("type").asText().equals("object")) {
            rules.faults.add("a form is an object");
        }
        rules.declared(schema, "");
        rules.titled(schema, ui, "");
        return rules.faults;
    }

    /** A schema that declares a place of the document. */
    private void declared(JsonNode schema, String at) {
        keywords(schema, at);
        switch (schema.path("type").asText()) {
            case "object" -> {
                if (!schema.path("additionalProperties").isBoolean()
                        || schema.path("additionalProperties").booleanValue()) {
                    faults.add(at + ": additionalProperties must be false");
                }
            }
            case "array" -> {
                if (!schema.has("maxItems")) {
                    faults.add(at + ": a list needs maxItems");
                }
            }
            case "string" -> {
                if (!schema.has("maxLength") && !schema.has("enum") && !schema.has("const")) {
                    faults.add(at + ": a text needs maxLength");
                }
            }
            case "integer", "number", "boolean" -> {}
            default -> {
                if (!schema.has("$ref")) {
                    faults.add(at + ": one type must be named");
                }
            }
        }
        for (var name : List.of("properties", "$defs")) {
            schema.path(name)
                    .properties()
                    .forEach(child -> declared(child.getValue(), Pointers.below(at + "/" + name, child.getKey())));
        }
        if (schema.has("items")) {
            declared(schema.path("items"), at + "/items");
        }
    }

    private void keywords(JsonNode schema, String at) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KEYWORDS.contains(keyword) && !vocabulary.contains(keyword)) {
                faults.add(at + ": " + keyword + " is no keyword of forms");
            }
        });
        if (OUTSIDE_SUBSET.matcher(schema.path("pattern").asText("")).find()) {
            faults.add(at + ": the pattern leaves the subset on which validators agree");
        }
        for (var name : List.of("if", "then", "else", "not")) {
            if (schema.has(name)) {
                conditional(schema.path(name), at + "/" + name);
            }
        }
        for (var name : List.of("allOf", "anyOf", "oneOf")) {
            for (var i = 0; i < schema.path(name).size(); i++) {
                conditional(schema.path(name).path(i), at + "/" + name + "/" + i);
            }
        }
    }

    /** A schema that narrows what is declared elsewhere; a strict ajv wants types and required names here too. */
    private void conditional(JsonNode schema, String at) {
        keywords(schema, at);
        schema.fieldNames().forEachRemaining(keyword -> {
            if (OF_ONE_TYPE.contains(keyword) && !schema.has("type")) {
                faults.add(at + ": " + keyword + " needs the type named with it");
            }
        });
        var named = schema.path("properties");
        schema.path("required").forEach(name -> {
            if (!named.has(name.asText())) {
                faults.add(at + ": " + name.asText() + " is required but not declared there");
            }
        });
        named.properties().forEach(child -> conditional(child.getValue(), at + "/properties/" + child.getKey()));
        if (schema.path("items").isObject()) {
            conditional(schema.path("items"), at + "/items");
        }
    }

    private void titled(JsonNode schema, JsonNode ui, String at) {
        var order = new HashSet<String>();
        ui.path("ui:order").forEach(name -> order.add(name.asText()));
        schema.path("properties").properties().forEach(child -> {
            var place = Pointers.below(at, child.getKey());
            var own = ui.path(child.getKey());
            if (!bilingual(child.getValue(), own)) {
                faults.add(place + ": no title in both languages");
            }
            if (ui.has("ui:order") && !order.contains(child.getKey())) {
                faults.add(place + ": not in ui:order");
            }
            choices(child.getValue(), own, place);
            titled(child.getValue(), own, place);
            titled(child.getValue().path("items"), own.path("items"), place + "/items");
        });
    }

    private static boolean bilingual(JsonNode schema, JsonNode ui) {
        return filled(ui.path("ui:title")) && filled(ui.path("x-en").path("ui:title"))
                || filled(schema.path("x-title").path("zh"))
                        && filled(schema.path("x-title").path("en"));
    }

    private static boolean filled(JsonNode text) {
        return !text.asText("").isBlank();
    }

    private void choices(JsonNode schema, JsonNode ui, String at) {
        var values = schema.has("items") ? schema.path("items").path("enum") : schema.path("enum");
        if (!values.isEmpty()
                && (ui.path("ui:enumNames").size() != values.size()
                        || ui.path("x-en").path("ui:enumNames").size() != values.size())) {
            faults.add(at + ": ui:enumNames must name every choice in both languages");
        }
    }
}
