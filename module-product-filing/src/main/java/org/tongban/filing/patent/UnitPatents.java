package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Looks patents up in a unit's list, for the filing of products. */
@Singleton
public class UnitPatents {
    /** As many characters stand together in the index of titles. */
    private static final int INDEXED = 3;

    private final PatentRepository patents;

    UnitPatents(PatentRepository patents) {
        this.patents = patents;
    }

    /**
     * How many are valid on the day, have one of the terms in their title, and are not among those that are linked.
     *
     * @param terms each of two characters or more
     */
    public long countUnlinked(UUID unit, Set<String> terms, Collection<UUID> linked, LocalDate today) {
        return patents.countUnlinked(
                unit,
                terms.stream().map(UnitPatents::begin).distinct().toArray(String[]::new),
                String.join("|", terms),
                linked.stream().map(UUID::toString).toArray(String[]::new),
                today);
    }

    private static String begin(String term) {
        return term.codePointCount(0, term.length()) <= INDEXED
                ? term
                : term.substring(0, term.offsetByCodePoints(0, INDEXED));
    }

    /** Those of the ids that are in the unit's list. */
    public List<UnitPatent> find(UUID unit, Collection<UUID> ids) {
        return patents.ofIds(unit, ids.stream().map(UUID::toString).toArray(String[]::new));
    }
}
