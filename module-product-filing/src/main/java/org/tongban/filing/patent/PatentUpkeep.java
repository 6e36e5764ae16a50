package org.tongban.filing.patent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How far the round has come in which a unit's patents are brought up to date (PF-20).
 *
 * @param imported whether the unit has its patents imported, or has only added some by hand
 * @param dueOn the day of the next round, or of the one under way
 * @param behind the number that the round goes on behind; empty at the beginning of a phase
 */
@MappedEntity(value = "patent_upkeep", schema = "product_filing")
record PatentUpkeep(@Id UUID unit, boolean imported, LocalDate dueOn, Phase phase, String behind) {
    /** What a round looks at, in this order. */
    enum Phase {
        /** What the registry has under the unit's names. */
        HELD,
        /** What was added by hand, by its number. */
        BY_HAND
    }
}
