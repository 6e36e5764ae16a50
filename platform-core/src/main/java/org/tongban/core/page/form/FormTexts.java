package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongban.core.form.FieldCheck;
import org.tongban.core.module.Language;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Words;

/** The texts of a form in one language, from its UI schema; Chinese where the other has none. Immutable. */
final class FormTexts {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Language language;
    private final Words words;

    FormTexts(Language language, Words words) {
        this.language = language;
        this.words = words;
    }

    Language language() {
        return language;
    }

    String word(String key, Object... values) {
        return words.text(language, key, values);
    }

    /** The title of a property, from the UI schema or else from the schema itself; the name where neither has one. */
    String label(String name, JsonNode schema, JsonNode ui) {
        var title = said(ui, "ui:title");
        if (!title.isEmpty()) {
            return title;
        }
        var own = schema.path("x-title")
                .path(language == Language.EN ? "en" : "zh")
                .asText("");
        return own.isEmpty() ? schema.path("title").asText(name) : own;
    }

    String help(JsonNode ui) {
        return Stream.of("ui:help", "ui:description")
                .map(keyword -> said(ui, keyword))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String said(JsonNode ui, String keyword) {
        var english = language == Language.EN ? ui.path("x-en").path(keyword).asText("") : "";
        return english.isEmpty() ? ui.path(keyword).asText("") : english;
    }

    /** The values of an enumeration with their titles, those of the document chosen. */
    List<Option> options(JsonNode values, JsonNode ui, List<String> chosen) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    var value = values.get(i).asText();
                    return new Option(value, title(ui, i, value), chosen.contains(value));
                })
                .toList();
    }

    List<Option> yesAndNo(JsonNode ui, List<String> chosen) {
        return List.of(
                new Option("true", title(ui, 0, word("form.yes")), chosen.contains("true")),
                new Option("false", title(ui, 1, word("form.no")), chosen.contains("false")));
    }

    /** The title of one value of a property. */
    String valueTitle(JsonNode schema, JsonNode ui, JsonNode value) {
        if (value.isBoolean()) {
            return title(ui, value.booleanValue() ? 0 : 1, word(value.booleanValue() ? "form.yes" : "form.no"));
        }
        var values = schema.has("items") ? schema.path("items").path("enum") : schema.path("enum");
        return options(values, ui, List.of()).stream()
                .filter(option -> option.value().equals(value.asText()))
                .map(Option::title)
                .findFirst()
                .orElse(value.asText());
    }

    private String title(JsonNode ui, int index, String otherwise) {
        var english = ui.path("x-en").path("ui:enumNames").path(index).asText("");
        var chinese = ui.path("ui:enumNames").path(index).asText("");
        var title = language == Language.EN && !english.isEmpty() ? english : chinese;
        return title.isEmpty() ? otherwise : title;
    }

    /** What a page sees by itself of a field, as JSON; empty where it sees nothing. */
    String checks(JsonNode schema, boolean expected) {
        var rules = FieldCheck.of(schema, expected);
        if (rules.isEmpty()) {
            return "";
        }
        var checks = NODES.objectNode().put("fold", schema.path("x-fold").asText(""));
        var all = checks.putArray("rules");
        rules.forEach(rule -> all.addObject()
                .put("keyword", rule.keyword())
                .put("message", rule.message().in(language))
                .put("ignored", rule.ignored())
                .put("alone", rule.alone())
                .set("value", rule.value()));
        return checks.toString();
    }
}
