package org.tongban.core.console.section;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.section.SectionPages.Reader;
import org.tongban.core.module.Title;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.form.FormInput;
import org.tongban.core.page.form.FormPages;
import org.tongban.core.page.form.FormSheet;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.section.ConsoleSection.Action;
import org.tongban.core.section.ConsoleSection.Options;
import org.tongban.core.section.ConsoleSection.Value;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.core.web.internal.OperationCalls;
import org.tongban.core.web.internal.OperationCalls.Asked;
import org.tongban.core.web.internal.OperationCalls.Told;
import org.tongban.core.web.internal.RequestSchemas;

/** What may be done in a section: the form that asks what the operation takes, and the call of it (CO-47b). */
@Singleton
class SectionActions {
    static final String ADD = "add";
    static final String REMOVE = "remove";

    private static final String MATCH = "if-match";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ConsolePages pages;
    private final SectionPages shown;
    private final FormPages forms;
    private final RequestSchemas schemas;
    private final SectionCells cells;
    private final OperationCalls calls;

    SectionActions(
            ConsolePages pages,
            SectionPages shown,
            FormPages forms,
            RequestSchemas schemas,
            SectionCells cells,
            OperationCalls calls) {
        this.pages = pages;
        this.shown = shown;
        this.forms = forms;
        this.schemas = schemas;
        this.cells = cells;
        this.calls = calls;
    }

    /** An action of a section, with the key of the record that it is done with. */
    record Chosen(ConsoleSection section, Action action, String key) {
        String path() {
            return SectionKey.action(section.id(), key, action.operation());
        }

        boolean takesFiles() {
            return action.inputs().stream().anyMatch(input -> !input.slot().isEmpty());
        }
    }

    /** What stands in the form: a document, what is wrong with it, and the ETag of what it was made from. */
    record Typed(JsonNode document, List<Violation> violations, String match) {}

    /** Whether it asks anything, by a form of its own. */
    boolean asks(Chosen chosen) {
        return calls.takesBody(chosen.action().operation());
    }

    /** The form as it begins: empty, or with what stands in the record. */
    Page begun(Reader reader, Chosen chosen) {
        var read = read(reader, chosen);
        var document = NODES.objectNode();
        for (var input : chosen.action().inputs()) {
            var value = input.from().isEmpty()
                    ? MissingNode.getInstance()
                    : read.body().at(input.from());
            if (!value.isMissingNode() && !value.isNull()) {
                put(document, input.pointer(), value);
            }
        }
        var typed = new Typed(document, List.of(), read.etag() == null ? "" : read.etag());
        return page(reader, chosen, typed, read.body());
    }

    /** The record that it is done with; nothing where it is done with none. */
    private Told read(Reader reader, Chosen chosen) {
        var record = chosen.section().record();
        return record == null || !chosen.action().onRecord()
                ? new Told(MissingNode.getInstance(), null)
                : shown.read(reader, chosen.section(), record, chosen.key());
    }

    private static void put(ObjectNode document, String pointer, JsonNode value) {
        var names = pointer.substring(1).split("/");
        var place = document;
        for (int i = 0; i < names.length - 1; i++) {
            place = place.withObjectProperty(names[i]);
        }
        place.set(names[names.length - 1], value);
    }

    /** The form again, with what was typed. */
    Page page(Reader reader, Chosen chosen, Typed typed) {
        return page(reader, chosen, typed, read(reader, chosen).body());
    }

    private Page page(Reader reader, Chosen chosen, Typed typed, JsonNode read) {
        var address = reader.address();
        var view = forms.edited(sheet(reader, chosen), typed.document(), typed.violations(), address.language());
        var section = chosen.section();
        var crumbs = new ArrayList<>(shown.above(address, section));
        var back = address.to(back(chosen));
        var about = "";
        var record = section.record();
        if (chosen.action().onRecord() && record != null) {
            about = shown.heading(reader, record, read);
            crumbs.add(new Crumb(about, back));
        }
        var content = new SectionShown.ActionPage(
                view.title(),
                about,
                address.to(chosen.takesFiles() ? chosen.path() + "/files" : chosen.path()),
                chosen.takesFiles(),
                typed.match(),
                view,
                back);
        return pages.page(reader.request(), "section-action", view.title(), crumbs, content);
    }

    /** What the controls of the form hold. */
    Typed typed(Reader reader, Chosen chosen, Map<String, List<String>> fields) {
        var taken = value(fields, REMOVE);
        var values = taken.isEmpty() ? fields : FormInput.without(fields, taken);
        var document = asks(chosen) ? document(body(chosen).schema(), values) : NODES.objectNode();
        return new Typed(document, List.of(), value(fields, MATCH));
    }

    private static String value(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** A list that the body must have is there with no entries where none was typed: a browser cannot say that. */
    private static JsonNode document(JsonNode schema, Map<String, List<String>> values) {
        var document = FormInput.document(schema, values);
        if (document instanceof ObjectNode object) {
            schema.path("required").forEach(name -> {
                var member = schema.path("properties").path(name.asText());
                if (member.path("type").asText().equals("array") && !object.has(name.asText())) {
                    object.putArray(name.asText());
                }
            });
        }
        return document;
    }

    /** The same with what the operation says is wrong. */
    Typed refused(Typed typed, DomainException refusal) {
        return new Typed(
                typed.document(),
                refusal.violations().isEmpty()
                        ? List.of(new Violation("", refusal.code().code(), refusal.said()))
                        : refusal.violations(),
                typed.match());
    }

    /** Does it. */
    Told perform(Reader reader, Chosen chosen, Typed typed) {
        var operation = chosen.action().operation();
        return calls.call(
                reader.request(),
                reader.caller(),
                reader.address().language(),
                new Asked(
                        operation,
                        SectionKey.variables(chosen.section(), chosen.key()),
                        Map.of(),
                        asks(chosen) ? typed.document() : null,
                        calls.demandsMatch(operation) && !typed.match().isEmpty() ? typed.match() : null));
    }

    /** Where it leads once it is done. */
    String next(Chosen chosen, Told told) {
        return switch (chosen.action().next()) {
            case ConsoleSection.Next.Back() -> back(chosen);
            case ConsoleSection.Next.ToList() ->
                SectionKey.list(chosen.section().id());
            case ConsoleSection.Next.To(var link) ->
                SectionKey.record(link.section(), SectionCells.key(told.body(), link.pointers()));
            case ConsoleSection.Next.ToJob(var pointer) ->
                ConsolePages.HOME + "/jobs/" + told.body().at(pointer).asText();
        };
    }

    static String back(Chosen chosen) {
        return chosen.action().onRecord()
                ? SectionKey.record(chosen.section().id(), chosen.key())
                : SectionKey.list(chosen.section().id());
    }

    private BodySheet body(Chosen chosen) {
        return new BodySheet(schemas.of(chosen.action().operation()).source());
    }

    private FormSheet sheet(Reader reader, Chosen chosen) {
        var sheet = body(chosen);
        for (var input : chosen.action().inputs()) {
            sheet.name(input);
            var options = input.options();
            if (options != null) {
                sheet.values(input.pointer(), values(reader, chosen, options));
            }
        }
        return sheet.of(chosen.action(), reader.address().language());
    }

    private List<Value> values(Reader reader, Chosen chosen, Options options) {
        var path = SectionKey.variables(chosen.section(), chosen.key());
        var answer = calls.call(
                        reader.request(),
                        reader.caller(),
                        reader.address().language(),
                        Asked.of(options.operation(), path, Map.of("limit", "100")))
                .body();
        var where = options.where();
        return StreamSupport.stream((answer.isArray() ? answer : answer.path("items")).spliterator(), false)
                .filter(item -> where == null || where.holds(item))
                .map(item -> {
                    var words = options.words().stream()
                            .map(word -> cells.text(reader.address(), word, item))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining(" "));
                    return new Value(item.at(options.code()).asText(), new Title(words, words));
                })
                .toList();
    }
}
