package org.tongban.core.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.desk.CaseShown.Fact;
import org.tongban.core.console.desk.CaseShown.File;
import org.tongban.core.console.desk.CaseShown.Part;
import org.tongban.core.file.FileRepository;
import org.tongban.core.file.FileType;
import org.tongban.core.file.StoredFile;
import org.tongban.core.file.serve.ServeFile;
import org.tongban.core.form.Forms;
import org.tongban.core.form.Pointers;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.form.FormField;
import org.tongban.core.page.form.FormPages;
import org.tongban.core.page.form.FormView;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.place.Places;
import org.tongban.core.review.place.Snapshots;
import org.tongban.core.web.Caller;

/** What was submitted, read-only: the documents by their forms, what no form knows, and the files (CO-47b). Thread-safe. */
@Singleton
class Material {
    private static final long KIBIBYTE = 1024;
    private static final int READ_AT_ONCE = 3;

    private final Forms forms;
    private final FormPages formPages;
    private final Places places;
    private final FileRepository files;
    private final ServeFile serveFile;
    private final List<String> declared;

    Material(Forms forms, FormPages formPages, Places places, FileRepository files, ServeFile serveFile) {
        this.forms = forms;
        this.formPages = formPages;
        this.places = places;
        this.files = files;
        this.serveFile = serveFile;
        this.declared = forms.all().stream().map(form -> form.definition().id()).toList();
    }

    /** What was submitted in one language; {@code labels} are the titles of all fields by pointer. */
    record Submitted(List<Part> parts, List<File> files, Map<String, String> labels) {
        /** The same where no remark can point to any of its fields: it belongs to another case. */
        Submitted ofAnother() {
            return new Submitted(parts, files, Map.of());
        }

        /** The field's title, or the pointer where no form names it. */
        String label(String pointer, String whole) {
            return pointer.isEmpty() ? whole : labels.getOrDefault(pointer, pointer);
        }
    }

    Submitted of(PageAddress address, Caller caller, ReviewCase found) {
        var snapshot = Snapshots.tree(found.snapshot());
        var formsByPointer = Snapshots.forms(found.forms());
        var stored = stored(address, caller, snapshot, formsByPointer);
        var filesById = stored.stream().collect(Collectors.toMap(File::id, file -> file, (one, same) -> one));
        var records = places.records(snapshot, formsByPointer);
        var labels = new LinkedHashMap<String, String>();
        var parts = new ArrayList<Part>();
        inOrder(formsByPointer).forEach((pointer, form) -> {
            var document = Places.at(snapshot, pointer);
            var registered = document.isMissingNode()
                    ? Optional.<FormView>empty()
                    : forms.find(form)
                            .map(known ->
                                    formPages.read(known, document, address.language(), id -> link(filesById, id)));
            registered.ifPresent(view -> {
                var named = new FormView(view.form(), view.title(), records.in(view.fields()), view.errors());
                parts.add(new Part(view.title(), named, List.of()));
                view.fields().forEach(field -> label(pointer, field, "", labels));
            });
        });
        var rest = new ArrayList<Fact>();
        values("", snapshot, formsByPointer, filesById, rest);
        if (!rest.isEmpty()) {
            parts.add(new Part("", null, rest));
        }
        return new Submitted(List.copyOf(parts), stored, labels);
    }

    /** As modules declare them: the keys of what was kept come back in an order of the database's own. */
    private Map<String, String> inOrder(Map<String, String> formsByPointer) {
        return formsByPointer.entrySet().stream()
                .sorted(Comparator.comparingInt(part -> declared.indexOf(part.getValue())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    private static FormField.Link link(Map<String, File> named, String id) {
        var file = named.get(id);
        return file == null ? new FormField.Link("", id) : new FormField.Link(file.href(), file.name());
    }

    private static void label(String form, FormField field, String above, Map<String, String> labels) {
        var label = above + field.head().label();
        switch (field) {
            case FormField.Group group -> group.fields().forEach(inner -> label(form, inner, label + " / ", labels));
            case FormField.Entries entries -> entries.entries().forEach(inner -> label(form, inner, above, labels));
            case FormField.Line line -> labels.put(form + line.head().name(), label);
            case FormField.Area area -> labels.put(form + area.head().name(), label);
            case FormField.Choice choice -> labels.put(form + choice.head().name(), label);
            case FormField.Choices choices -> labels.put(form + choices.head().name(), label);
            case FormField.Upload upload -> labels.put(form + upload.head().name(), label);
        }
    }

    /** The values that lie in no document of a form, by where they stand. */
    private static void values(
            String pointer, JsonNode value, Map<String, String> forms, Map<String, File> named, List<Fact> values) {
        if (forms.containsKey(pointer)) {
            return;
        }
        switch (value.getNodeType()) {
            case OBJECT ->
                value.properties()
                        .forEach(member -> values(
                                Pointers.below(pointer, member.getKey()), member.getValue(), forms, named, values));
            case ARRAY -> {
                for (int i = 0; i < value.size(); i++) {
                    values(pointer + "/" + i, value.get(i), forms, named, values);
                }
            }
            case STRING, NUMBER, BOOLEAN -> {
                var link = link(named, value.asText());
                values.add(new Fact(pointer.substring(1), link.text(), link.href()));
            }
            case NULL, MISSING, BINARY, POJO -> {
                // Nothing was said there.
            }
        }
    }

    private List<File> stored(
            PageAddress address, Caller caller, JsonNode snapshot, Map<String, String> formsByPointer) {
        var placed = new LinkedHashMap<UUID, String>();
        var loose = new HashSet<UUID>();
        collect("", snapshot, address, formsByPointer, placed, loose);
        if (placed.isEmpty()) {
            return List.of();
        }
        var found = files.findAll(placed.keySet().stream().map(UUID::toString).toArray(String[]::new)).stream()
                .collect(Collectors.toMap(StoredFile::id, file -> file));
        var shown = placed.entrySet().stream()
                .filter(entry -> found.containsKey(entry.getKey()))
                .filter(entry -> !loose.contains(entry.getKey())
                        || serveFile.mayRead(caller, Objects.requireNonNull(found.get(entry.getKey()))))
                .map(entry -> file(Objects.requireNonNull(found.get(entry.getKey())), entry.getValue()))
                .toList();
        // A few are papers to be read beside what was typed; many are looked through first.
        boolean few = shown.stream().filter(File::picture).count() <= READ_AT_ONCE;
        return few ? shown.stream().map(File::enlarged).toList() : shown;
    }

    /** Files of the slots of forms; and whatever may be the id of one where no form says what stands there. */
    private void collect(
            String pointer,
            JsonNode value,
            PageAddress address,
            Map<String, String> forms,
            Map<UUID, String> placed,
            Set<UUID> loose) {
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> collect(
                            Pointers.below(pointer, member.getKey()),
                            member.getValue(),
                            address,
                            forms,
                            placed,
                            loose));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(pointer + "/" + i, value.get(i), address, forms, placed, loose);
            }
        } else if (value.isTextual() && value.textValue().length() == 36) {
            var place = places.find(pointer, forms);
            if (place.isEmpty() || place.get().slot() != null) {
                id(value.textValue()).ifPresent(id -> {
                    if (placed.putIfAbsent(id, title(pointer, address, forms)) == null && place.isEmpty()) {
                        loose.add(id);
                    }
                });
            }
        }
    }

    /** The title of the field, or of the list that the file is one of. */
    private String title(String pointer, PageAddress address, Map<String, String> forms) {
        return places.find(pointer, forms)
                .flatMap(place -> Optional.ofNullable(place.title()))
                .or(() -> places.find(pointer.substring(0, pointer.lastIndexOf('/')), forms)
                        .flatMap(place -> Optional.ofNullable(place.title())))
                .map(title -> title.in(address.language()))
                .orElse(pointer.substring(1));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static File file(StoredFile file, String place) {
        var type = file.type();
        var size = file.size();
        var kibibytes = size == null ? 0 : Math.max(1, size / KIBIBYTE);
        return new File(
                file.id().toString(),
                FileController.PATH + "/" + file.id(),
                file.name(),
                place,
                (type == null ? "" : type.name() + ", ") + "%,d KB".formatted(kibibytes),
                file.isUsable() && isPicture(type),
                false);
    }

    private static boolean isPicture(@Nullable FileType type) {
        return type == FileType.PNG || type == FileType.JPEG || type == FileType.BMP;
    }
}
