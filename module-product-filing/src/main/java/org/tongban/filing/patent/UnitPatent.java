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
 * A patent in a unit's list, as the registry knew it last, or as the unit typed it (PF-21).
 *
 * @param number canonical, unique within the unit
 * @param expiresOn the last day of the term ({@link PatentTerm})
 * @param verified whether the registry knows it
 * @param licensor whose it is, with the other fields of the licence; null unless it is held by one
 * @param licenceProof the file that proves it
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
        Instant changedAt,
        @Nullable String licensor,
        @Nullable LicenceKind licenceKind,
        @Nullable LocalDate licenceFrom,
        @Nullable LocalDate licenceTo,
        @Nullable String licenceRecordNumber,
        @Nullable UUID licenceProof) {
    /**
     * Whether it is valid on the day, or not verified, so that a reviewer has to say it (PF-32); a licence is in its term
     * either way.
     */
    public boolean mayBeLinkedOn(LocalDate today) {
        return (!verified || PatentTerm.isValid(legalStatus, expiresOn, today)) && isInTerm(today);
    }

    /** Whether it is valid on the day, a licence within its term (PF-21). */
    public boolean isValidOn(LocalDate today) {
        return PatentTerm.isValid(legalStatus, expiresOn, today) && isInTerm(today);
    }

    /** Whether the unit uses it by a licence and does not hold it. */
    public boolean isLicensed() {
        return acquisition == Acquisition.LICENCE;
    }

    private boolean isInTerm(LocalDate today) {
        return licenceFrom == null || licenceTo == null || !today.isBefore(licenceFrom) && !today.isAfter(licenceTo);
    }
}
