package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.module.Title;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** All forms of all modules, compiled at the start, which fails with every fault of every form (CO-30). Thread-safe. */
@Context
public class Forms {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*@[0-9]{1,4}");

    private final Map<String, RegisteredForm> forms = new LinkedHashMap<>();
    private final FormVersions versions;

    /** The forms of the modules that run. */
    @Inject
    public Forms(SchemaCompiler compiler, ModuleRegistry modules) {
        this(compiler, modules.declarations());
        var mentions = new FormMentions(modules);
        refuse(forms.values().stream()
                .flatMap(form -> mentions.faults(form).stream())
                .toList());
    }

    /** The forms of the given modules. */
    public Forms(SchemaCompiler compiler, Collection<? extends PlatformModule> modules) {
        var vocabulary = Vocabulary.keywords();
        var faults = new ArrayList<String>();
        var locks = new TreeMap<String, FormLock>();
        for (var module : modules) {
            var loader = module.getClass().getClassLoader();
            for (var definition : module.forms()) {
                try {
                    var form = load(definition, loader, compiler, vocabulary);
                    locks.computeIfAbsent(form.module(), name -> FormLock.read(loader, name));
                    if (forms.putIfAbsent(definition.id(), form) != null) {
                        faults.add(definition.id() + ": declared twice");
                    }
                } catch (IllegalArgumentException e) {
                    faults.add(definition.id() + ": " + e.getMessage());
                }
            }
        }
        versions = new FormVersions(forms.values());
        faults.addAll(versions.faults(locks.values()));
        refuse(faults);
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new StartRefused("Forms that cannot be used:\n  " + String.join("\n  ", faults));
        }
    }

    private static RegisteredForm load(
            FormDefinition definition, @Nullable ClassLoader loader, SchemaCompiler compiler, Set<String> vocabulary) {
        if (!ID.matcher(definition.id()).matches()) {
            throw new IllegalArgumentException("the id is not module/form@version");
        }
        var schema = resource(loader, definition.id() + ".schema.json");
        var ui = resource(loader, definition.id() + ".ui.json");
        var faults = FormRules.faults(schema, ui, vocabulary);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        var example = read(loader, "forms/" + definition.id() + ".example.json");
        return new RegisteredForm(
                definition,
                compiler.compile(schema),
                compiler.compile(DraftSchema.derive(schema)),
                ui,
                example.orElseGet(JsonNodeFactory.instance::objectNode));
    }

    private static JsonNode resource(@Nullable ClassLoader loader, String name) {
        var path = "forms/" + name;
        return read(loader, path).orElseThrow(() -> new IllegalArgumentException(path + " is not on the class path"));
    }

    private static Optional<JsonNode> read(@Nullable ClassLoader loader, String path) {
        try (var stream =
                loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path)) {
            if (stream == null) {
                return Optional.empty();
            }
            return switch (StrictJson.parse(stream.readAllBytes())) {
                case StrictJson.Parsed.Tree(var document) -> Optional.of(document);
                case StrictJson.Parsed.Refused(var violations) ->
                    throw new IllegalArgumentException(path + " is no JSON: " + violations);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes of what a schema finds wrong (CO-10), each with its words; … stands for what the schema says. */
    public static SortedMap<String, Title> violationCodes() {
        return ViolationCode.all();
    }

    /** Every form, in the order of declaration. */
    public Collection<RegisteredForm> all() {
        return List.copyOf(forms.values());
    }

    /** The form of the id {@code module/form@version}, if there is one. */
    public Optional<RegisteredForm> find(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** What a submitted document must meet. */
    public DocumentSchema submit(String id) {
        return form(id).submit();
    }

    /** What a draft must meet (CO-31). */
    public DocumentSchema draft(String id) {
        return form(id).draft();
    }

    /** The form's schema as published. */
    public JsonNode schema(String id) {
        return submit(id).source();
    }

    /** The derived schema of drafts as published. */
    public JsonNode draftSchema(String id) {
        return draft(id).source();
    }

    /** The form's UI schema. */
    public JsonNode ui(String id) {
        return form(id).ui();
    }

    /** The canonical spelling of a document of the form: to be made before it is checked or stored. */
    public JsonNode normalise(String id, JsonNode document) {
        return FormText.normalise(document, schema(id));
    }

    /** The newest version of a form of any version: what a new draft begins with (CO-32). */
    public RegisteredForm newest(String id) {
        return versions.newest(form(id).definition().id());
    }

    /**
     * The document as a draft of the newest version that it fits (CO-32).
     *
     * @throws DomainException {@code invalid-input} where it fits none, with every violation of the newest
     */
    public CheckedDraft draftOf(String id, JsonNode document) {
        return draftOfFirst(versions.newestFirst(form(id).definition().id()), document);
    }

    private static CheckedDraft draftOfFirst(List<RegisteredForm> versions, JsonNode document) {
        var byFirst = List.<Violation>of();
        for (var version : versions) {
            var canonical = FormText.normalise(document, version.submit().source());
            var violations = version.draft().check(canonical);
            if (violations.isEmpty()) {
                return new CheckedDraft(version.definition().id(), canonical);
            }
            byFirst = byFirst.isEmpty() ? violations : byFirst;
        }
        throw DomainException.of(CoreError.INVALID_INPUT, byFirst);
    }

    /**
     * A draft's document in its canonical spelling, for drafts that stay with the version they were begun with (CO-32).
     *
     * @param pinned the version that the draft was begun with
     * @throws DomainException {@code form-closed} where drafts of that version are closed, {@code invalid-input} with every
     *     violation where it is no draft of it
     */
    public JsonNode draftDocument(String pinned, CheckedDraft draft, LocalDate today) {
        requireOpen(pinned, today);
        return draft.form().equals(pinned)
                ? draft.document()
                : draftOfFirst(List.of(form(pinned)), draft.document()).document();
    }

    /** Whether a draft of this version may still be changed and submitted on a day (CO-32). */
    public boolean takesDrafts(String id, LocalDate today) {
        return versions.draftsUntil(form(id).definition().id())
                .map(lastDay -> !today.isAfter(lastDay))
                .orElse(true);
    }

    /** @throws DomainException {@code form-closed} where a draft of this version may not be changed or submitted any more */
    public void requireOpen(String id, LocalDate today) {
        if (!takesDrafts(id, today)) {
            throw DomainException.of(CoreError.FORM_CLOSED)
                    .with("form", id)
                    .with("newest", newest(id).definition().id());
        }
    }

    /** What a draft comes to in the newest version; none where it is of that version or an upgrade is missing (CO-32). */
    public Optional<FormUpgrade> upgrade(String id, JsonNode draft) {
        var way = versions.way(form(id).definition().id());
        return way.isEmpty() ? Optional.empty() : Optional.of(FormUpgrade.of(way, draft));
    }

    /**
     * What a new draft of the newest version takes over from a document of any: all but what belongs to the document's own
     * year, and files (CO-32b); nothing where no upgrade leads there.
     */
    public JsonNode copy(String id, JsonNode document) {
        var newest = newest(id);
        var current = newest.definition().id().equals(id)
                ? document
                : upgrade(id, document).map(FormUpgrade::document).orElseGet(JsonNodeFactory.instance::objectNode);
        return FormCopy.of(current, newest.submit().source());
    }

    private RegisteredForm form(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no form " + id));
    }
}
