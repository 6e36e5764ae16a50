package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.download.Download;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.form.FormField.Head;
import org.tongban.core.reference.ReferenceSets;

/** What the fields of a form can be chosen from: the codes of reference sets, and the files that slots take. */
final class FormChoices {
    /** Of a longer set no list is offered; a code is typed, with proposals up to {@link #PROPOSED}. */
    private static final int LISTED = 300;

    private static final int PROPOSED = 1000;
    private static final long MEBIBYTE = 1024L * 1024;

    private final ReferenceSets references;
    private final Map<String, FileSlot> slots;
    private final Map<String, Download> downloads;
    private final FormTexts texts;
    private final Function<String, FormField.Link> named;

    FormChoices(
            ReferenceSets references,
            Map<String, FileSlot> slots,
            Map<String, Download> downloads,
            FormTexts texts,
            Function<String, FormField.Link> named) {
        this.references = references;
        this.slots = slots;
        this.downloads = downloads;
        this.texts = texts;
        this.named = named;
    }

    boolean isShort(JsonNode schema) {
        return options(schema, List.of()).size() <= LISTED;
    }

    FormField code(Head head, JsonNode schema, String code, boolean editable) {
        var options = options(schema, List.of(code));
        if (options.size() <= LISTED) {
            return new FormField.Choice(head, options, false);
        }
        var meaning = references
                .title(set(schema), code)
                .map(title -> title.in(texts.language()))
                .orElse("");
        var proposals = editable && options.size() <= PROPOSED ? options : List.<Option>of();
        return new FormField.Line(head, code, FormField.Keyboard.TEXT, meaning, proposals);
    }

    FormField codes(Head head, JsonNode schema, List<String> codes) {
        return new FormField.Choices(head, options(schema, codes), false);
    }

    private List<Option> options(JsonNode schema, List<String> chosen) {
        var level = schema.path("x-reference").path("level");
        return references.list(set(schema), null, null).stream()
                .filter(entry -> !level.isInt() || references.holds(set(schema), level.intValue(), entry.code()))
                .limit(PROPOSED + 1)
                .map(entry -> new Option(
                        entry.code(),
                        entry.code() + " " + entry.title().in(texts.language()),
                        chosen.contains(entry.code())))
                .toList();
    }

    private static String set(JsonNode schema) {
        return schema.path("x-reference").path("set").asText();
    }

    private List<FormField.Link> links(List<String> files) {
        return files.stream().map(named).toList();
    }

    FormField upload(Head head, JsonNode schema, List<String> files, boolean several) {
        var slot = slots.get(schema.path("x-slot").asText());
        if (slot == null) {
            return new FormField.Upload(head, files, links(files), "", "", several);
        }
        var size = slot.maxBytes() / MEBIBYTE + " MB";
        // What the form's own help says already is not said again.
        var limits = head.help().contains(size) ? "" : texts.word("form.file", names(slot), size);
        return new FormField.Upload(
                head,
                files,
                links(files),
                types(slot).flatMap(FormChoices::accepted).collect(Collectors.joining(",")),
                limits,
                several);
    }

    /** The file that a field points to, where it points to one. */
    List<FormField.Link> downloads(JsonNode schema) {
        return Optional.ofNullable(downloads.get(schema.path("x-download").asText())).stream()
                .map(download -> new FormField.Link(
                        download.href(),
                        texts.word("form.download", download.title().in(texts.language()))))
                .toList();
    }

    private String names(FileSlot slot) {
        return types(slot)
                .map(type -> type.extensions().getFirst().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(texts.word("form.comma")));
    }

    /** A system may know a type by another name, or not at all, but every one knows how names end. */
    private static Stream<String> accepted(FileType type) {
        return Stream.concat(
                Stream.of(type.mediaType()), type.extensions().stream().map(extension -> "." + extension));
    }

    private static Stream<FileType> types(FileSlot slot) {
        return slot.types().stream().sorted();
    }
}
