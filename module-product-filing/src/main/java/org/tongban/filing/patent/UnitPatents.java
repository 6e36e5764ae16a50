package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Looks patents up in a unit's list, for the filing of products. */
@Singleton
public class UnitPatents {
    private final PatentRepository patents;

    UnitPatents(PatentRepository patents) {
        this.patents = patents;
    }

    /** Those of the ids that are in the unit's list. */
    public List<UnitPatent> find(UUID unit, Collection<UUID> ids) {
        return patents.ofIds(unit, ids.stream().map(UUID::toString).toArray(String[]::new));
    }
}
