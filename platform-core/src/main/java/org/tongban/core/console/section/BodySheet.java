package org.tongban.core.console.section;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.page.form.FormSheet;
import org.tongban.core.section.ConsoleSection.Action;
import org.tongban.core.section.ConsoleSection.Input;
import org.tongban.core.section.ConsoleSection.Value;

/**
 * The body of an operation laid out as a form: its own schema from OpenAPI, with the titles that the section gives its
 * members.
 */
final class BodySheet {
    private static final String ITEMS = "items";
    private static final int DEEPEST = 12;

    private final JsonNode root;
    private final ObjectNode schema;
    private final ObjectNode ui = JsonNodeFactory.instance.objectNode();

    /** @param root the schema of a body, whose references lead into itself */
    BodySheet(JsonNode root) {
        this.root = root;
        this.schema = (ObjectNode) plain(root, 0);
    }

    /** What a form is read by. */
    JsonNode schema() {
        return schema;
    }

    /** References resolved, and what may also be null as what it else is: an empty control is an absent member. */
    private JsonNode plain(JsonNode given, int depth) {
        var resolved = chosen(given);
        if (depth > DEEPEST || !resolved.isObject()) {
            return resolved;
        }
        ObjectNode plain = resolved.deepCopy();
        plain.remove("components");
        if (plain.path("type").isArray()) {
            for (var type : plain.get("type")) {
                if (!type.asText().equals("null")) {
                    plain.put("type", type.asText());
                    break;
                }
            }
        }
        if (plain.get("properties") instanceof ObjectNode properties) {
            properties.properties().forEach(member -> member.setValue(plain(member.getValue(), depth + 1)));
        }
        if (plain.has(ITEMS)) {
            plain.set(ITEMS, plain(plain.get(ITEMS), depth + 1));
        }
        return plain;
    }

    private JsonNode chosen(JsonNode given) {
        var reference = given.path("$ref").asText("");
        if (reference.startsWith("#")) {
            return chosen(root.at(reference.substring(1)));
        }
        for (var several : List.of("anyOf", "oneOf", "allOf")) {
            for (var one : given.path(several)) {
                if (!one.path("type").asText().equals("null")) {
                    return chosen(one);
                }
            }
        }
        return given;
    }

    /** Gives a member its words; one that the body has not is a mistake of the section. */
    void name(Input input) {
        var place = place(input.pointer());
        said(place, "ui:title", input.title());
        var help = input.help();
        if (help != null) {
            said(place, "ui:help", help);
        }
        if (!input.slot().isEmpty() && target(input.pointer()) instanceof ObjectNode member) {
            (member.get(ITEMS) instanceof ObjectNode item ? item : member).put("x-slot", input.slot());
        }
        if (!input.values().isEmpty()) {
            values(input.pointer(), input.values());
        }
    }

    /** Lets a member be chosen from these values. */
    void values(String pointer, List<Value> values) {
        var place = place(pointer);
        if (target(pointer) instanceof ObjectNode member) {
            if (!member.path("type").asText().equals("boolean")) {
                ArrayNode codes = member.putArray("enum");
                values.forEach(value -> codes.add(value.code()));
            }
        }
        var names = place.putArray("ui:enumNames");
        var english = place.withObjectProperty("x-en").putArray("ui:enumNames");
        values.forEach(value -> {
            names.add(value.title().in(Language.ZH));
            english.add(value.title().in(Language.EN));
        });
    }

    /** What a control sends is read and shown by this. */
    FormSheet of(Action action, Language language) {
        // Members in the order in which the section names them.
        var order = ui.putArray("ui:order");
        action.inputs().stream()
                .map(input -> input.pointer().substring(1))
                .filter(name -> !name.contains("/"))
                .forEach(order::add);
        return new FormSheet(action.operation(), action.title().in(language), schema, ui);
    }

    private static void said(ObjectNode place, String keyword, Title title) {
        place.put(keyword, title.in(Language.ZH));
        place.withObjectProperty("x-en").put(keyword, title.in(Language.EN));
    }

    private ObjectNode place(String pointer) {
        var place = ui;
        for (var name : pointer.substring(1).split("/")) {
            place = place.withObjectProperty(name);
        }
        if (target(pointer).isMissingNode()) {
            throw new IllegalStateException("the body has no member " + pointer);
        }
        return place;
    }

    private JsonNode target(String pointer) {
        JsonNode target = schema;
        for (var name : pointer.substring(1).split("/")) {
            target = name.equals(ITEMS) && target.has(ITEMS)
                    ? target.get(ITEMS)
                    : target.path("properties").path(name);
        }
        return target;
    }
}
