package org.tongban.core.reference;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A code of a reference set (CO-70).
 *
 * @param parent the code above it; null at the top
 * @param regulated whether products of the category trade under special regulation (PF-33); false in other sets
 * @param certified whether products of the category need compulsory certification (PF-33); false in other sets
 * @param demonstration whether the row only shows how the set works and is in no official list
 * @param endedOn the day after which nobody chooses the code any more; records that have it keep it
 */
@Serdeable
public record ReferenceEntry(
        String code,
        Title title,
        @Nullable String parent,
        boolean regulated,
        boolean certified,
        boolean demonstration,
        @Nullable LocalDate endedOn) {
    ReferenceEntry endedOn(LocalDate day) {
        return new ReferenceEntry(code, title, parent, regulated, certified, demonstration, day);
    }
}
