package org.tongban.core.publicform;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.form.Forms;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.module.Behaviour;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/**
 * All public forms of the installed modules, each with what comes of it (PO-4). The start fails where one has not exactly
 * one handler, or names a form or a property that there is not. Thread-safe.
 */
@Context
public class PublicForms {
    private final Map<String, Registered> byPath = new LinkedHashMap<>();
    private final Map<String, PublicForm.Handler> handlers;
    private final Forms forms;
    private final Transactions transactions;

    PublicForms(ModuleRegistry modules, List<PublicForm.Handler> handlers, Forms forms, Transactions transactions) {
        this.forms = forms;
        this.transactions = transactions;
        var declared = modules.<PublicForm>all(PlatformModule::publicForms);
        this.handlers = Behaviour.of(
                "PublicForm.Handler",
                declared.stream().map(PublicForm::form).toList(),
                handlers,
                PublicForm.Handler::form);
        declared.forEach(each -> {
            var registered = registered(each);
            byPath.put(registered.path(), registered);
        });
    }

    /** A public form with its schema. */
    public record Registered(PublicForm declared, RegisteredForm form) {
        /** The slots that its properties take files of, by the names of those. */
        public Map<String, String> slots() {
            return PublicForms.slots(form);
        }

        /** Its module and name, as paths have them. */
        public String path() {
            return form.module() + "/" + form.name();
        }
    }

    private Registered registered(PublicForm declared) {
        if (forms.find(declared.form()).isEmpty()) {
            throw new StartRefused("the public form “%s” is registered by no module".formatted(declared.form()));
        }
        var form = forms.newest(declared.form());
        var about = declared.about();
        if (about != null) {
            requireProperty(form, about.field());
        }
        var proof = declared.proof();
        if (proof != null) {
            requireProperty(form, proof.phone());
            requireProperty(form, proof.field());
        } else if (!slots(form).isEmpty()) {
            throw new StartRefused("the public form “%s” takes files, which need a phone to be proven"
                    .formatted(form.definition().id()));
        }
        return new Registered(declared, form);
    }

    private static Map<String, String> slots(RegisteredForm form) {
        var slots = new LinkedHashMap<String, String>();
        form.submit().source().path("properties").properties().forEach(property -> {
            var schema = property.getValue().has("x-slot")
                    ? property.getValue()
                    : property.getValue().path("items");
            if (schema.has("x-slot")) {
                slots.put(property.getKey(), schema.path("x-slot").asText());
            }
        });
        return slots;
    }

    private static void requireProperty(RegisteredForm form, String name) {
        if (!form.submit().source().path("properties").has(name)) {
            throw new StartRefused("the public form “%s” has no property “%s”"
                    .formatted(form.definition().id(), name));
        }
    }

    /** What is wrong with a document as it was typed. */
    public List<Violation> violations(Registered form, JsonNode document) {
        var id = form.form().definition().id();
        return forms.submit(id).check(forms.normalise(id, document));
    }

    /** Every one, in the order of the modules and of their declarations. */
    public List<Registered> all() {
        return List.copyOf(byPath.values());
    }

    /** The one of this module and name. */
    public Optional<Registered> find(String module, String name) {
        return Optional.ofNullable(byPath.get(module + "/" + name));
    }

    /** Those that may be filled in about a record of the collection. */
    public List<Registered> about(String collection) {
        return byPath.values().stream()
                .filter(registered -> {
                    var about = registered.declared().about();
                    return about != null && about.collection().equals(collection);
                })
                .toList();
    }

    /** Why the form may be filled in about the record now, and until when; empty where it may not. */
    public Optional<Title> open(Registered form, UUID record) {
        return transactions.read(() -> handler(form).open(record));
    }

    /** Why it may not be filled in about the record, where its module says more than that. */
    public Optional<Title> closed(Registered form, UUID record) {
        return transactions.read(() -> handler(form).closed(record));
    }

    /** What already stands against the form, of which all that is typed is right; empty where nothing does. */
    public Optional<Title> hindrance(Registered form, JsonNode document) {
        var id = form.form().definition().id();
        return transactions.read(() -> handler(form).hindrance(forms.normalise(id, document)));
    }

    /** Hands a form in. */
    public PublicForm.Receipt submit(Registered form, JsonNode document) {
        return transactions.write(() -> handler(form).submit(document));
    }

    /** What was handed in, and how it stands. */
    public record Followed(Registered form, PublicForm.Progress progress) {}

    /** How what was handed in stands, whichever form it was. */
    public Optional<Followed> follow(String receiptNumber, String code, Language language) {
        return transactions.read(() -> byPath.values().stream()
                .flatMap(form -> handler(form).follow(receiptNumber, code, language).stream()
                        .map(progress -> new Followed(form, progress)))
                .findFirst());
    }

    /**
     * The document of the receipt of what was handed in, whichever form it was; empty where receipt and code do not belong
     * together, and where the form has none.
     */
    public Optional<UUID> receipt(String receiptNumber, String code) {
        return transactions.write(() -> byPath.values().stream()
                .filter(form -> form.declared().documented())
                .flatMap(form -> handler(form).receipt(receiptNumber, code).stream())
                .findFirst());
    }

    private PublicForm.Handler handler(Registered form) {
        return Optional.ofNullable(handlers.get(form.declared().form())).orElseThrow();
    }
}
