package org.tongban.core.console.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.desk.CaseShown.Change;
import org.tongban.core.page.PageAddress;
import org.tongban.core.review.cases.Corrections;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.change.Changes;
import org.tongban.core.review.change.ChangesView;
import org.tongban.core.review.change.ChangesView.Kind;
import org.tongban.core.review.change.ChangesView.NamedFile;
import org.tongban.core.review.place.NamedRecords;

/** What is other than in the submission before, or what a correction would change, told by sign, word and colour (CO-46b). */
@Singleton
class Differences {
    private final ConsolePages pages;
    private final Changes changes;

    Differences(ConsolePages pages, Changes changes) {
        this.pages = pages;
        this.changes = changes;
    }

    CaseShown.@Nullable Changes of(PageAddress address, ReviewCase found, Map<String, String> labels) {
        return switch (found.about()) {
            case SUBMISSION -> submission(address, changes.of(found, address.language()), changes.records(found));
            case RE_EXAMINATION -> null;
            case CORRECTION ->
                new CaseShown.Changes(
                        "",
                        Corrections.proposal(found).changes().stream()
                                .map(change -> change(
                                        address,
                                        Kind.CHANGED,
                                        labels.getOrDefault(change.pointer(), change.pointer()),
                                        change.before(),
                                        change.after()))
                                .toList());
        };
    }

    private CaseShown.@Nullable Changes submission(PageAddress address, ChangesView view, NamedRecords records) {
        var previous = view.previous();
        if (previous == null) {
            return null;
        }
        var all = new ArrayList<Change>();
        view.fields()
                .forEach(field -> all.add(change(
                        address,
                        field.kind(),
                        field.title() == null ? field.pointer() : field.title(),
                        text(records, field.values().get("before")),
                        text(records, field.values().get("after")))));
        view.files()
                .forEach(file -> all.add(new Change(
                        code(file.kind()),
                        sign(file.kind()),
                        pages.text(address, "change." + code(file.kind())),
                        file.title() == null ? file.pointer() : file.title(),
                        name(file.before()),
                        name(file.after()),
                        href(file.before()),
                        href(file.after()))));
        return new CaseShown.Changes(previous, List.copyOf(all));
    }

    private Change change(PageAddress address, Kind kind, String place, String before, String after) {
        return new Change(
                code(kind), sign(kind), pages.text(address, "change." + code(kind)), place, before, after, "", "");
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> "≠";
        };
    }

    private static String name(@Nullable NamedFile file) {
        return file == null ? "" : file.name();
    }

    private static String href(@Nullable NamedFile file) {
        return file == null ? "" : FileController.PATH + "/" + file.id();
    }

    /** A value of any kind in one line; what an id stands for in its place. */
    private static String text(NamedRecords records, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> items ->
                items.stream().map(item -> text(records, item)).collect(Collectors.joining("、"));
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .map(member -> member.getKey() + "：" + text(records, member.getValue()))
                        .collect(Collectors.joining("；"));
            default -> records.in(value.toString());
        };
    }
}
