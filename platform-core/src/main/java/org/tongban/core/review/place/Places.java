package org.tongban.core.review.place;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Forms;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** Finds the places of submissions, in what was submitted and in its forms (CO-46, CO-46b). Thread-safe. */
@Singleton
public class Places {
    private final Forms forms;

    Places(Forms forms) {
        this.forms = forms;
    }

    /** Whether a pointer points to something: a value that was submitted, or a field that its form has. */
    public boolean exists(String pointer, JsonNode snapshot, Map<String, String> formsByPointer) {
        return pointer(pointer)
                .filter(parsed -> !snapshot.at(parsed).isMissingNode()
                        || find(pointer, formsByPointer).isPresent())
                .isPresent();
    }

    /** What the form says of a place; empty where no form knows it. */
    public Optional<Place> find(String pointer, Map<String, String> formsByPointer) {
        return formsByPointer.entrySet().stream()
                .filter(form -> pointer.startsWith(form.getKey() + "/"))
                .sorted(Comparator.comparing((Map.Entry<String, String> form) ->
                                form.getKey().length())
                        .reversed())
                .flatMap(form -> forms
                        .find(form.getValue())
                        .flatMap(
                                found -> pointer(pointer.substring(form.getKey().length()))
                                        .flatMap(below -> find(found, below)))
                        .stream())
                .findFirst();
    }

    /** What the ids in a submission stand for. */
    public NamedRecords records(JsonNode snapshot, Map<String, String> formsByPointer) {
        return NamedRecords.of(
                snapshot,
                pointer -> formsByPointer.containsKey(pointer)
                        || find(pointer, formsByPointer).isPresent());
    }

    /** What the form finds wrong at a place of a submission once a text stands there; the pointers are the form's. */
    public List<Violation> faults(String pointer, String text, JsonNode snapshot, Map<String, String> formsByPointer) {
        return formsByPointer.entrySet().stream()
                .filter(form -> pointer.startsWith(form.getKey() + "/"))
                .filter(form ->
                        find(pointer, Map.of(form.getKey(), form.getValue())).isPresent())
                .findFirst()
                .map(form -> faults(
                        JsonPointer.compile(pointer.substring(form.getKey().length())),
                        text,
                        at(snapshot, form.getKey()).deepCopy(),
                        form.getValue()))
                .orElseGet(List::of);
    }

    private List<Violation> faults(JsonPointer below, String text, JsonNode document, String form) {
        if (document.at(below.head()) instanceof ObjectNode parent) {
            parent.put(below.last().getMatchingProperty(), text);
        }
        return forms.submit(form).check(forms.normalise(form, document)).stream()
                .filter(violation -> violation.pointer().equals(below.toString()))
                .toList();
    }

    private static Optional<JsonPointer> pointer(String text) {
        try {
            return Optional.of(JsonPointer.compile(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Place> find(RegisteredForm form, JsonPointer pointer) {
        var root = form.submit().source();
        var schema = root;
        var ui = form.ui();
        for (var at = pointer; !at.matches(); at = at.tail()) {
            if (schema.path("type").asText().equals("array") && at.mayMatchElement()) {
                schema = resolved(root, schema.path("items"));
                ui = ui.path("items");
            } else {
                schema = resolved(root, schema.path("properties").path(at.getMatchingProperty()));
                ui = ui.path(at.getMatchingProperty());
            }
            if (schema.isMissingNode()) {
                return Optional.empty();
            }
        }
        var slot = schema.path("x-slot").asText("");
        return Optional.of(new Place(
                title(schema, ui),
                slot.isEmpty() ? null : slot,
                schema.path("x-correctable").asBoolean()));
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref").asText("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
    }

    private static @Nullable Title title(JsonNode schema, JsonNode ui) {
        var zh = ui.path("ui:title").asText(schema.at("/x-title/zh").asText(""));
        var en = ui.at("/x-en/ui:title").asText(schema.at("/x-title/en").asText(""));
        return zh.isEmpty() || en.isEmpty() ? null : new Title(zh, en);
    }

    /** The value at a pointer, missing where there is none or the pointer is no pointer. */
    public static JsonNode at(JsonNode snapshot, String text) {
        return pointer(text).map(snapshot::at).orElseGet(MissingNode::getInstance);
    }
}
