package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Says in words when a property of an object is needed or must stay away, from the conditionals of its schema (CO-31). */
final class FormConditions {
    private final FormTexts texts;
    private final JsonNode schema;
    private final JsonNode ui;
    private final Map<String, List<String>> sentences = new TreeMap<>();

    private FormConditions(FormTexts texts, JsonNode schema, JsonNode ui) {
        this.texts = texts;
        this.schema = schema;
        this.ui = ui;
    }

    /** For each property that hangs on others the sentence about it. */
    static Map<String, String> of(JsonNode schema, JsonNode ui, FormTexts texts) {
        var conditions = new FormConditions(texts, schema, ui);
        conditions.read(schema);
        schema.path("allOf").forEach(conditions::read);
        schema.path("dependentRequired").properties().forEach(dependency -> {
            var clause = conditions.clause(dependency.getKey(), schema.path("nothing"));
            dependency.getValue().forEach(name -> conditions.add(name.asText(), "form.when", clause));
        });
        var sentences = new TreeMap<String, String>();
        conditions.sentences.forEach((name, all) -> sentences.put(name, String.join(texts.word("form.sentence"), all)));
        return sentences;
    }

    private void read(JsonNode conditional) {
        if (!conditional.has("if")) {
            return;
        }
        branch(conditional.path("then"), clauses(conditional.path("if")));
        branch(conditional.path("else"), texts.word("form.clause.other"));
    }

    private void branch(JsonNode branch, String clauses) {
        branch.path("required").forEach(name -> add(name.asText(), "form.when", clauses));
        branch.path("properties").properties().forEach(property -> {
            if (property.getValue().isBoolean() && !property.getValue().booleanValue()) {
                add(property.getKey(), "form.not-when", clauses);
            }
        });
    }

    private void add(String name, String key, String clauses) {
        var sentence = texts.word(key, clauses);
        var all = sentences.computeIfAbsent(name, property -> new ArrayList<>());
        if (!all.contains(sentence)) {
            all.add(sentence);
        }
    }

    private String clauses(JsonNode condition) {
        var clauses = condition.path("properties").properties().stream()
                .map(property -> clause(property.getKey(), property.getValue()))
                .toList();
        return clauses.isEmpty() ? texts.word("form.clause.other") : String.join(texts.word("form.and"), clauses);
    }

    /** What is asked of one property; where it cannot be told in few words, that it is asked. */
    private String clause(String name, JsonNode wanted) {
        var label = texts.label(name, schema.path("properties").path(name), ui.path(name));
        if (wanted.has("not")) {
            var not = values(name, wanted.path("not"));
            return not.isEmpty() ? texts.word("form.clause.some", label) : texts.word("form.clause.not", label, not);
        }
        if (wanted.has("contains")) {
            return texts.word("form.clause.has", label, values(name, wanted.path("contains")));
        }
        var values = values(name, wanted);
        if (!values.isEmpty()) {
            return texts.word("form.clause.is", label, values);
        }
        return texts.word(wanted.has("pattern") ? "form.clause.some" : "form.clause.filled", label);
    }

    private String values(String name, JsonNode wanted) {
        var values = wanted.has("const")
                ? List.of(wanted.path("const"))
                : StreamSupport.stream(wanted.path("enum").spliterator(), false).toList();
        return String.join(
                texts.word("form.or"),
                values.stream()
                        .map(value -> texts.valueTitle(schema.path("properties").path(name), ui.path(name), value))
                        .toList());
    }
}
