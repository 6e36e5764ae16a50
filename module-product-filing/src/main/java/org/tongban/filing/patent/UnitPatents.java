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
    private final PatentRepository patents;

    UnitPatents(PatentRepository patents) {
        this.patents = patents;
    }

    /** How many are valid on the day, have one of the terms in their title, and are not among those that are linked. */
    public long countUnlinked(UUID unit, Set<String> terms, Collection<UUID> linked, LocalDate today) {
        return patents.countUnlinked(
                unit,
                String.join("|", terms),
                linked.stream().map(UUID::toString).toArray(String[]::new),
                today);
    }

    /** Those of the ids that are in the unit's list. */
    public List<UnitPatent> find(UUID unit, Collection<UUID> ids) {
        return patents.ofIds(unit, ids.stream().map(UUID::toString).toArray(String[]::new));
    }
}
