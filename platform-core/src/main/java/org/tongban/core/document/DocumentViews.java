package org.tongban.core.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;

/** What leaves the API about documents (CO-60). */
final class DocumentViews {
    private DocumentViews() {}

    /** A document as anybody sees it who has its code, and its state at this moment. */
    @Serdeable
    @Schema(name = "VerifiedDocument")
    record Verified(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "4JX9-0AZQ-7K2M-W3TB")
            String code,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "valid, not-yet-valid, expired, superseded or revoked",
                    example = "valid")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "有效")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In business time")
            Instant checkedAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000012-0")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "专利产品备案证书")
            String title,

            @Nullable @Schema(example = "北京新联铁集团股份有限公司") String holder,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "国家专利产品备案中心")
            String issuer,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate issuedOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate validFrom,

            @Nullable @Schema(description = "The last day; absent where it does not end")
            LocalDate validUntil,

            @Nullable LocalDate revokedOn,

            @Nullable @Schema(description = "true while the decision that revoked it is re-examined")
            Boolean underReexamination,

            @Nullable @Schema(description = "The number of the document in its place", example = "CP2026-0000013-9")
            String supersededBy,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Fact> facts,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "http://localhost:8080/verify/4JX9-0AZQ-7K2M-W3TB")
            String page) {}

    /** A titled value that stands on the document. */
    @Serdeable
    @Schema(name = "DocumentFact")
    record Fact(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "产品名称")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String value) {
        static Fact of(DocumentFact fact, Language language) {
            return new Fact(fact.name(), fact.title().in(language), fact.valueIn(language));
        }
    }

    /** A document of the caller's. */
    @Serdeable
    @Schema(name = "MyDocument")
    record Mine(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000012-0")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "专利产品备案证书")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "valid")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "有效")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate validFrom,

            @Nullable LocalDate validUntil,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "4JX9-0AZQ-7K2M-W3TB")
            String code,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "http://localhost:8080/verify/4JX9-0AZQ-7K2M-W3TB")
            String page,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/platform/v1/me/documents/019aa1b0-5d70-7c4e-9a11-0242ac120002/file")
            String file) {}
}
