package org.tongban.core.review.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongban.core.document.DocumentFact;
import org.tongban.core.file.FileRepository;
import org.tongban.core.file.StoredFile;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.form.FormField;
import org.tongban.core.page.form.FormPages;
import org.tongban.core.review.place.NamedRecords;

/**
 * What stands in a document of a form, as titled values: what is empty is left out, records are named, and each file has
 * the SHA-256 of its bytes (CO-15).
 */
@Singleton
class HandedIn {
    private final FormPages pages;
    private final FileRepository files;

    HandedIn(FormPages pages, FileRepository files) {
        this.pages = pages;
        this.files = files;
    }

    List<DocumentFact> facts(RegisteredForm form, JsonNode document, NamedRecords records) {
        var facts = new ArrayList<DocumentFact>();
        // The same form in two languages: the fields stand in the same order.
        all(
                facts,
                new Title("", ""),
                records.in(pages.read(form, document, Language.ZH).fields()),
                records.in(pages.read(form, document, Language.EN).fields()));
        return facts;
    }

    private void all(List<DocumentFact> facts, Title above, List<FormField> zh, List<FormField> en) {
        for (int i = 0; i < zh.size(); i++) {
            add(facts, above, zh.get(i), en.get(i));
        }
    }

    private void add(List<DocumentFact> facts, Title above, FormField zh, FormField en) {
        var title = below(above, zh.head().label(), en.head().label());
        switch (zh) {
            case FormField.Line line ->
                add(facts, title, line.value() + after(line.head().unit()) + after(line.meaning()), line.value());
            case FormField.Area area -> add(facts, title, area.value(), area.value());
            case FormField.Choice choice -> add(facts, title, titles(choice.chosen()), titles(choice.chosen()));
            case FormField.Choices choices -> add(facts, title, titles(choices.chosen()), titles(choices.chosen()));
            case FormField.Upload upload -> {
                var names = names(upload.files());
                add(facts, title, names, names);
            }
            case FormField.Group group -> all(facts, title, group.fields(), ((FormField.Group) en).fields());
            case FormField.Entries entries -> all(facts, title, entries.entries(), ((FormField.Entries) en).entries());
        }
    }

    private static void add(List<DocumentFact> facts, Title title, String text, String value) {
        if (!value.isBlank()) {
            facts.add(DocumentFact.onPaper("", title, text));
        }
    }

    private static Title below(Title above, String zh, String en) {
        return above.zh().isEmpty()
                ? new Title(zh, en.equals(zh) ? "" : en)
                : new Title(above.zh() + " " + zh, en.equals(zh) ? "" : (above.en() + " " + en).strip());
    }

    private static String after(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    private static String titles(List<Option> options) {
        return options.stream().map(Option::title).collect(Collectors.joining("、"));
    }

    private String names(List<String> ids) {
        var found = files.findAll(ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(file -> file.id().toString(), HandedIn::name));
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> found.getOrDefault(id, ""))
                .collect(Collectors.joining("\n"));
    }

    private static String name(StoredFile file) {
        return file.sha256() == null ? file.name() : file.name() + "\nSHA-256 " + file.sha256();
    }
}
