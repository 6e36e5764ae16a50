package org.tongban.filing.patent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Versioned;

/**
 * A patent of the unit's list as it leaves the API.
 *
 * @param valid whether it is valid today (PF-21)
 * @param verified whether the registry knows it
 * @param licence null unless it is held by one
 */
@Serdeable
record PatentView(
        UUID id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "202121635235.X")
        String patentNumber,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "utility-model")
        String kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "实用新型")
        String kindTitle,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "一种农田巡检无人机")
        String title,

        List<String> holders,
        LocalDate filedOn,
        @Nullable LocalDate grantedOn,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "granted")
        String state,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "授权")
        String stateTitle,

        LocalDate statusOn,
        LocalDate expiresOn,
        boolean valid,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "original")
        String acquisition,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "原始取得")
        String acquisitionTitle,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                type = "string",
                allowableValues = {"automatic", "manual"},
                example = "automatic")
        String source,

        boolean verified,
        @Nullable LicenceView licence,
        @JsonIgnore long version)
        implements Versioned {
    static PatentView of(UnitPatent patent, LocalDate today, Language language) {
        return new PatentView(
                patent.id(),
                patent.number(),
                PatentWords.code(patent.kind()),
                PatentWords.title(patent.kind()).in(language),
                patent.title(),
                patent.holders(),
                patent.filedOn(),
                patent.grantedOn(),
                PatentWords.code(patent.legalStatus()),
                PatentWords.title(patent.legalStatus()).in(language),
                patent.statusOn(),
                patent.expiresOn(),
                patent.isValidOn(today),
                PatentWords.code(patent.acquisition()),
                PatentWords.title(patent.acquisition()).in(language),
                PatentWords.code(patent.source()),
                patent.verified(),
                LicenceView.of(patent),
                patent.version());
    }

    /**
     * By what the unit uses another's patent.
     *
     * @param proof the file of the contract or the holder's consent
     */
    @Serdeable
    @Schema(name = "PatentLicence")
    record LicenceView(
            @Nullable @Schema(example = "东海大学") String licensor,

            @Nullable LicenceKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,

            @Nullable @Schema(example = "X2024330000123") String recordNumber,

            @Nullable UUID proof) {
        static @Nullable LicenceView of(UnitPatent patent) {
            return patent.isLicensed()
                    ? new LicenceView(
                            patent.licensor(),
                            patent.licenceKind(),
                            patent.licenceFrom(),
                            patent.licenceTo(),
                            patent.licenceRecordNumber(),
                            patent.licenceProof())
                    : null;
        }
    }
}
