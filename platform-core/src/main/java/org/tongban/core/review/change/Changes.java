package org.tongban.core.review.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.FileRepository;
import org.tongban.core.file.StoredFile;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.review.cases.CaseKind;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.change.ChangesView.FieldChange;
import org.tongban.core.review.change.ChangesView.FileChange;
import org.tongban.core.review.change.ChangesView.Kind;
import org.tongban.core.review.change.ChangesView.NamedFile;
import org.tongban.core.review.place.NamedRecords;
import org.tongban.core.review.place.Place;
import org.tongban.core.review.place.Places;
import org.tongban.core.review.place.Snapshots;

/** Says what is other in a submission than in the one before it, field by field and file by file (CO-46b). */
@Singleton
public class Changes {
    private final CaseRepository repository;
    private final FileRepository files;
    private final Places places;

    Changes(CaseRepository repository, FileRepository files, Places places) {
        this.repository = repository;
        this.files = files;
        this.places = places;
    }

    /** A difference with what the forms say of its place. */
    private record Placed(Difference difference, Optional<Place> place) {
        boolean isOfFile() {
            return place.map(Place::slot).isPresent();
        }

        @Nullable
        String title(Language language) {
            return place.flatMap(found -> Optional.ofNullable(found.title()))
                    .map(title -> title.in(language))
                    .orElse(null);
        }

        Kind kind() {
            if (difference.before() == null) {
                return Kind.ADDED;
            }
            return difference.after() == null ? Kind.REMOVED : Kind.CHANGED;
        }
    }

    /** What has changed since the last submission of the same subject; titles in a language. */
    public ChangesView of(ReviewCase found, Language language) {
        var before = before(found);
        if (before.isEmpty()) {
            return new ChangesView(null, List.of(), List.of());
        }
        var earlier = before.get();
        var forms = new HashMap<>(Snapshots.forms(earlier.forms()));
        forms.putAll(Snapshots.forms(found.forms()));
        var placed = Revision.between(Snapshots.tree(earlier.snapshot()), Snapshots.tree(found.snapshot())).stream()
                .flatMap(difference -> single(difference, forms).stream())
                .toList();
        var stored = stored(placed);
        var fields = new ArrayList<FieldChange>();
        var changedFiles = new ArrayList<FileChange>();
        for (var one : placed) {
            var difference = one.difference();
            if (one.isOfFile()) {
                changedFiles.add(new FileChange(
                        difference.pointer(),
                        one.title(language),
                        one.kind(),
                        file(difference.before(), stored),
                        file(difference.after(), stored)));
            } else {
                fields.add(new FieldChange(difference.pointer(), one.title(language), one.kind(), values(difference)));
            }
        }
        return new ChangesView(earlier.number(), fields, changedFiles);
    }

    /** What the ids in a submission, and in the one before it, stand for. */
    public NamedRecords records(ReviewCase found) {
        var now = recordsOf(found);
        return before(found).map(this::recordsOf).map(now::and).orElse(now);
    }

    private NamedRecords recordsOf(ReviewCase found) {
        return places.records(Snapshots.tree(found.snapshot()), Snapshots.forms(found.forms()));
    }

    private Optional<ReviewCase> before(ReviewCase found) {
        return found.about() == CaseKind.SUBMISSION ? repository.before(found.subject(), found.id()) : Optional.empty();
    }

    /** A list of files that came or went as a whole is that many files. */
    private List<Placed> single(Difference difference, Map<String, String> forms) {
        var value = difference.before() == null ? difference.after() : difference.before();
        boolean whole = difference.before() == null || difference.after() == null;
        if (value != null && value.isArray() && whole) {
            var item = places.find(difference.pointer() + "/0", forms);
            if (item.map(Place::slot).isPresent()) {
                var items = new ArrayList<Placed>();
                for (int i = 0; i < value.size(); i++) {
                    var pointer = difference.pointer() + "/" + i;
                    items.add(new Placed(
                            difference.before() == null
                                    ? new Difference(pointer, null, value.get(i))
                                    : new Difference(pointer, value.get(i), null),
                            item));
                }
                return items;
            }
        }
        return List.of(new Placed(difference, places.find(difference.pointer(), forms)));
    }

    private Map<UUID, StoredFile> stored(List<Placed> placed) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (var one : placed) {
            if (one.isOfFile()) {
                id(one.difference().before()).ifPresent(ids::add);
                id(one.difference().after()).ifPresent(ids::add);
            }
        }
        var stored = new HashMap<UUID, StoredFile>();
        if (!ids.isEmpty()) {
            files.findAll(ids.stream().map(UUID::toString).toArray(String[]::new))
                    .forEach(file -> stored.put(file.id(), file));
        }
        return stored;
    }

    private static @Nullable NamedFile file(@Nullable JsonNode value, Map<UUID, StoredFile> stored) {
        return id(value)
                .map(id -> {
                    var file = stored.get(id);
                    return file == null ? new NamedFile(id, "", null) : new NamedFile(id, file.name(), file.sha256());
                })
                .orElse(null);
    }

    private static Optional<UUID> id(@Nullable JsonNode value) {
        try {
            return value == null ? Optional.empty() : Optional.of(UUID.fromString(value.asText()));
        } catch (IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    /** As members, lists and plain values, which the answer's writer knows. */
    private static Map<String, Object> values(Difference difference) {
        var values = JsonNodeFactory.instance.objectNode();
        if (difference.before() != null) {
            values.set("before", difference.before());
        }
        if (difference.after() != null) {
            values.set("after", difference.after());
        }
        return Documents.members(values.toString());
    }
}
