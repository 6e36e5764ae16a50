package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.tongban.core.form.Pointers;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.form.FormField.Head;
import org.tongban.core.page.form.FormField.Keyboard;

/** Lays a form out as fields, in the order of its UI schema, with the values of a document. */
final class FormLayout {
    private static final Pattern ENTRY = Pattern.compile("/[0-9]+(/|$)");

    private final JsonNode root;
    private final FormTexts texts;
    private final FormErrors errors;
    private final FormChoices choices;
    private final boolean editable;
    private final FormPart part;

    FormLayout(
            JsonNode root, FormTexts texts, FormErrors errors, FormChoices choices, boolean editable, FormPart part) {
        this.root = root;
        this.texts = texts;
        this.errors = errors;
        this.choices = choices;
        this.editable = editable;
        this.part = part;
    }

    /**
     * Where a property stands: its schema with what it refers to, its UI schema, its value, its place, and its manners;
     * {@code expected} whether the document cannot do without it, as an object in it could without its properties.
     */
    private record Place(
            JsonNode schema,
            JsonNode ui,
            JsonNode value,
            String pointer,
            String label,
            boolean required,
            boolean expected,
            String when,
            Map<String, String> inner) {
        List<String> texts() {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        String text() {
            return value.asText("");
        }

        String id() {
            return "f" + pointer.replaceAll("[^A-Za-z0-9]", "-");
        }
    }

    /** The fields of the whole form. */
    List<FormField> whole(JsonNode ui, JsonNode document) {
        return fields(root, ui, document, "", true, Map.of());
    }

    /** The fields of an object; {@code above} are the conditions on them that what holds the object names. */
    private List<FormField> fields(
            JsonNode schema,
            JsonNode ui,
            JsonNode document,
            String pointer,
            boolean expected,
            Map<String, String> above) {
        var conditions = new TreeMap<>(above);
        FormConditions.of(schema, ui, texts)
                .forEach((name, own) ->
                        conditions.merge(name, own, (one, other) -> one + texts.word("form.sentence") + other));
        var required = new LinkedHashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        var fields = new ArrayList<FormField>();
        for (var name : order(schema, ui)) {
            var own = resolved(schema.path("properties").path(name));
            // What is never kept, as a password or a proof, would read as if it had not been given.
            if (!editable && own.path("writeOnly").asBoolean() || !part.shows(pointer, name, own, this::resolved)) {
                continue;
            }
            var place = new Place(
                    own,
                    ui.path(name),
                    document.path(name),
                    Pointers.below(pointer, name),
                    texts.label(name, own, ui.path(name)),
                    required.contains(name),
                    expected && required.contains(name),
                    conditions.getOrDefault(name, ""),
                    below(conditions, name + "/"));
            fields.add(field(place));
        }
        return fields;
    }

    private static Map<String, String> below(SortedMap<String, String> conditions, String prefix) {
        var below = new TreeMap<String, String>();
        conditions.tailMap(prefix).forEach((place, sentence) -> {
            if (place.startsWith(prefix)) {
                below.put(place.substring(prefix.length()), sentence);
            }
        });
        return below;
    }

    private static SequencedCollection<String> order(JsonNode schema, JsonNode ui) {
        var names = new LinkedHashSet<String>();
        ui.path("ui:order").forEach(name -> names.add(name.asText()));
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> !schema.path("properties").has(name));
        return names;
    }

    private FormField field(Place place) {
        return switch (place.schema().path("type").asText()) {
            case "object" ->
                new FormField.Group(
                        head(place, false),
                        fields(
                                place.schema(),
                                place.ui(),
                                place.value(),
                                place.pointer(),
                                place.expected(),
                                place.inner()));
            case "array" -> list(place);
            case "boolean" -> new FormField.Choice(head(place, true), answers(place), true);
            case "integer" -> new FormField.Line(head(place, true), place.text(), Keyboard.NUMERIC, "", List.of());
            default -> text(place);
        };
    }

    /** What has to be agreed to is no question of yes or no. */
    private List<Option> answers(Place place) {
        var answers = texts.yesAndNo(place.ui(), List.of(place.text()));
        return place.schema().path("const").asBoolean() ? List.of(answers.getFirst()) : answers;
    }

    private FormField text(Place place) {
        var schema = place.schema();
        var head = head(place, true);
        if (schema.has("enum")) {
            return new FormField.Choice(
                    head,
                    texts.options(schema.path("enum"), place.ui(), List.of(place.text())),
                    place.ui().path("ui:widget").asText().equals("radio"));
        }
        if (schema.has("x-slot")) {
            return choices.upload(
                    head, schema, place.value().isMissingNode() ? List.of() : List.of(place.text()), false);
        }
        if (schema.has("x-reference")) {
            return choices.code(head, schema, place.text(), editable);
        }
        return schema.path("x-lines").asBoolean(false)
                        || place.ui().path("ui:widget").asText().equals("textarea")
                ? new FormField.Area(head, place.text())
                : new FormField.Line(head, place.text(), keyboard(place), "", List.of());
    }

    /** Phones and addresses of mail are typed as such; what is the reader's own a browser may fill in (WCAG 1.3.5). */
    private static Keyboard keyboard(Place place) {
        var personal = place.schema().path("x-personal").asText();
        var check = place.schema().path("x-check").asText();
        var keyboard = Keyboard.TEXT;
        if (personal.equals("phone") || check.equals("cn-mobile") || check.equals("e164")) {
            keyboard = Keyboard.PHONE;
        } else if (personal.equals("email")) {
            keyboard = Keyboard.EMAIL;
        }
        var fills = place.ui().path("ui:autocomplete").asText(keyboard.fills());
        // Of several people in a list none need be the reader.
        return keyboard.filling(ENTRY.matcher(place.pointer()).find() ? "" : fills);
    }

    private FormField list(Place place) {
        var item = resolved(place.schema().path("items"));
        if (item.has("enum")) {
            return new FormField.Choices(
                    head(place, true), texts.options(item.path("enum"), place.ui(), place.texts()), true);
        }
        if (item.has("x-slot")) {
            return choices.upload(head(place, true), item, place.texts(), true);
        }
        if (item.has("x-reference") && choices.isShort(item)) {
            return choices.codes(head(place, true), item, place.texts());
        }
        var head = head(place, false);
        var entries = new ArrayList<FormField>();
        var more = editable
                && place.value().size() < place.schema().path("maxItems").asInt(Integer.MAX_VALUE);
        for (var i = 0; i < place.value().size() + (more ? 1 : 0); i++) {
            var value = i < place.value().size() ? place.value().get(i) : MissingNode.getInstance();
            var label = texts.word("form.entry", place.label(), i + 1);
            entries.add(field(new Place(
                    item,
                    place.ui().path("items"),
                    value,
                    Pointers.below(place.pointer(), "" + i),
                    label,
                    false,
                    false,
                    "",
                    Map.of())));
        }
        return new FormField.Entries(head, entries, more ? place.pointer() : "");
    }

    private Head head(Place place, boolean leaf) {
        var help = texts.help(place.ui());
        return new Head(
                place.id(),
                place.pointer(),
                place.label(),
                help,
                place.schema().path("x-unit").asText(""),
                place.required(),
                place.when(),
                choices.downloads(place.schema()),
                errors.at(place.pointer(), leaf, place.label(), place.id(), place.schema()),
                editable && leaf && !isFile(place.schema()) ? texts.checks(place.schema(), place.expected()) : "");
    }

    /** A file is looked at when it is uploaded. */
    private boolean isFile(JsonNode schema) {
        return schema.has("x-slot") || resolved(schema.path("items")).has("x-slot");
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText("");
        return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
    }
}
