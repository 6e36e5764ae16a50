package org.tongban.core.reference;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Versioned;

/** Entries of a reference set as portals read them, in both languages. */
@Serdeable
public record ReferenceView(List<Item> items, long version) implements Versioned {
    /** An entry with its titles. */
    @Serdeable
    public record Item(
            String code,
            String title,
            String titleEn,
            @Nullable String parent,
            boolean regulated,
            boolean demonstration) {}

    static ReferenceView of(List<ReferenceEntry> entries) {
        var items = entries.stream()
                .map(entry -> new Item(
                        entry.code(),
                        entry.title().zh(),
                        entry.title().en(),
                        entry.parent(),
                        entry.regulated(),
                        entry.demonstration()))
                .toList();
        return new ReferenceView(items, Integer.toUnsignedLong(items.hashCode()));
    }
}
