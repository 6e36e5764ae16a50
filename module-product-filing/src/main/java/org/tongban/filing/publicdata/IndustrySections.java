package org.tongban.filing.publicdata;

import java.util.List;
import java.util.Optional;
import org.tongban.core.publicdata.PublicCollection.Choice;
import org.tongban.core.reference.ReferenceEntry;
import org.tongban.core.reference.ReferenceSets;

/** The sections of the classification of industries, by which results are filtered (GB/T 4754). */
public final class IndustrySections {
    static final String SET = "gbt4754";

    private IndustrySections() {}

    /** The section that a code stands under. */
    public static Optional<String> of(ReferenceSets sets, String code) {
        var entry = sets.find(SET, code);
        while (entry.isPresent() && entry.get().parent() != null) {
            entry = Optional.ofNullable(entry.get().parent()).flatMap(parent -> sets.find(SET, parent));
        }
        return entry.map(ReferenceEntry::code);
    }

    /** All sections, as values of a filter. */
    public static List<Choice> choices(ReferenceSets sets) {
        return sets.list(SET, "", null).stream()
                .map(entry -> new Choice(entry.code(), entry.title()))
                .toList();
    }
}
