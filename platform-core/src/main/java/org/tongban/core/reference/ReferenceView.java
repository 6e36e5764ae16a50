package org.tongban.core.reference;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Versioned;

/** Entries of a reference set as portals read them, in both languages. */
@Serdeable
public record ReferenceView(List<Item> items, long version) implements Versioned {
    /**
     * An entry with its titles.
     *
     * @param level its depth in the set, 1 at the top
     * @param endedOn the day after which nobody chooses it any more
     * @param children in a tree the entries below it; absent in a list, and where there are none
     */
    @Serdeable
    public record Item(
            String code,
            String title,
            String titleEn,
            @Nullable String parent,
            int level,
            boolean regulated,
            boolean certified,
            boolean demonstration,
            @Nullable LocalDate endedOn,

            @Nullable List<Item> children) {}

    /** What is asked of a set, as {@link ReferenceSet#list} has it. */
    record Question(@Nullable String parent, @Nullable String keyword, boolean ended) {}

    static ReferenceView flat(ReferenceSet set, Question question) {
        return of(set.list(question.parent(), question.keyword(), question.ended()).stream()
                .map(entry -> item(set, entry, null))
                .toList());
    }

    /** What a keyword finds stands where it belongs: with the entries above it. */
    static ReferenceView tree(ReferenceSet set, Question question) {
        var kept = new HashSet<ReferenceEntry>();
        for (var found : set.list(null, question.keyword(), question.ended())) {
            kept.add(found);
            kept.addAll(set.above(found));
        }
        var below = set.entries().stream()
                .filter(kept::contains)
                .collect(Collectors.groupingBy(
                        entry -> entry.parent() == null ? "" : entry.parent(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return of(children(set, question.parent() == null ? "" : question.parent(), below));
    }

    private static List<Item> children(ReferenceSet set, String parent, Map<String, List<ReferenceEntry>> below) {
        return below.getOrDefault(parent, List.of()).stream()
                .map(entry -> {
                    var children = children(set, entry.code(), below);
                    return item(set, entry, children.isEmpty() ? null : children);
                })
                .toList();
    }

    private static ReferenceView of(List<Item> items) {
        return new ReferenceView(items, Versioned.ofContent(items));
    }

    private static Item item(ReferenceSet set, ReferenceEntry entry, @Nullable List<Item> children) {
        return new Item(
                entry.code(),
                entry.title().zh(),
                entry.title().en(),
                entry.parent(),
                set.level(entry),
                entry.regulated(),
                entry.certified(),
                entry.demonstration(),
                entry.endedOn(),
                children);
    }
}
