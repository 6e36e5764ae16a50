package org.tongban.filing.patent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;

/**
 * A patent in a unit's list, as the registry knew it last (PF-21).
 *
 * @param number canonical, unique within the unit
 * @param expiresOn the last day of the term ({@link PatentTerm})
 * @param verified whether the registry knows it
 */
@MappedEntity(value = "patent", schema = "product_filing")
public record UnitPatent(
        @Id UUID id,
        UUID unit,
        String number,
        PatentKind kind,
        String title,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> holders,
        LocalDate filedOn,
        @Nullable LocalDate grantedOn,
        LegalStatus legalStatus,
        LocalDate statusOn,
        LocalDate expiresOn,
        Acquisition acquisition,
        PatentSource source,
        boolean verified,
        long version,
        Instant changedAt) {
    /** Whether it is valid on the day, or not verified, so that a reviewer has to say it (PF-32). */
    public boolean mayBeLinkedOn(LocalDate today) {
        return !verified || isValidOn(today);
    }

    /** Whether it is valid on the day (PF-21). */
    public boolean isValidOn(LocalDate today) {
        return PatentTerm.isValid(legalStatus, expiresOn, today);
    }
}
