package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.download.Download;
import org.tongban.core.file.FileSlot;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Views;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.web.Violation;

/**
 * Shows any registered form, to be filled in or to be read, without knowing it (CO-30): the one component of portal,
 * console and preview. A document is shown by the version it was made with (CO-32). Thread-safe.
 */
@Singleton
public class FormPages {
    private final Views views;
    private final ReferenceSets references;
    private final Map<String, FileSlot> slots;
    private final Map<String, Download> downloads;

    FormPages(Views views, ReferenceSets references, ModuleRegistry modules) {
        this.views = views;
        this.references = references;
        this.slots = modules.<FileSlot>all(PlatformModule::fileSlots).stream()
                .collect(Collectors.toUnmodifiableMap(FileSlot::id, Function.identity()));
        this.downloads = modules.<Download>all(PlatformModule::downloads).stream()
                .collect(Collectors.toUnmodifiableMap(Download::id, Function.identity()));
    }

    /** The form as controls that hold the document, with what is wrong beside them and in a summary. */
    public FormView edited(RegisteredForm form, JsonNode document, List<Violation> violations, Language language) {
        return edited(FormSheet.of(form, language), document, violations, language);
    }

    /** The same of anything that has a schema. */
    public FormView edited(FormSheet sheet, JsonNode document, List<Violation> violations, Language language) {
        return view(sheet, FormPart.WHOLE, document, violations, language, true, FormPages::unnamed);
    }

    /** Part of the form as controls, with each of its files by id; what a page does not show it has to carry along. */
    public FormView edited(
            RegisteredForm form,
            FormPart part,
            JsonNode document,
            List<Violation> violations,
            Language language,
            Function<String, FormField.Link> files) {
        return view(FormSheet.of(form, language), part, document, violations, language, true, files);
    }

    /** What a page that shows part of the form has to carry along, so that nothing of the document is lost. */
    public List<Hidden> carried(RegisteredForm form, FormPart part, JsonNode document) {
        return new FormCarried(form, part).of(document);
    }

    /** The document to be read. */
    public FormView read(RegisteredForm form, JsonNode document, Language language) {
        return read(form, document, language, FormPages::unnamed);
    }

    /** The document to be read, with each of its files, by id, as the reader may open it. */
    public FormView read(
            RegisteredForm form, JsonNode document, Language language, Function<String, FormField.Link> files) {
        return read(form, FormPart.WHOLE, document, language, files);
    }

    /** Part of the document to be read, with each of its files by id. */
    public FormView read(
            RegisteredForm form,
            FormPart part,
            JsonNode document,
            Language language,
            Function<String, FormField.Link> files) {
        return view(FormSheet.of(form, language), part, document, List.of(), language, false, files);
    }

    private static FormField.Link unnamed(String file) {
        return new FormField.Link("", file);
    }

    private FormView view(
            FormSheet sheet,
            FormPart part,
            JsonNode document,
            List<Violation> violations,
            Language language,
            boolean editable,
            Function<String, FormField.Link> files) {
        var texts = new FormTexts(language, views.words("page/form-edit"));
        var errors = new FormErrors(violations, language);
        var choices = new FormChoices(references, slots, downloads, texts, files);
        var fields = new FormLayout(sheet.schema(), texts, errors, choices, editable, part).whole(sheet.ui(), document);
        return new FormView(
                sheet.id(), sheet.title(), fields, violations.isEmpty() ? null : errors.summary(texts, "form"));
    }
}
