package org.tongban.core.audit.trail;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.chain.Finding;

/**
 * What came out of a check of the chain (CO-56).
 *
 * @param checked how many records were right, up to the first that was not
 * @param next where to go on; absent at the end of the chain and where something is wrong
 */
@Serdeable
@Schema(name = "AuditVerification")
record VerificationView(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Whether nothing is wrong", example = "true")
        boolean whole,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1042")
        long checked,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The number of the last record that was right",
                example = "1042")
        long to,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "That record's hash",
                example = "4f0c2a1d7be9b8e5c3a6d0f1928374655647382910abcdef0123456789abcdef")
        String hash,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "How many anchors agree", example = "3")
        int anchors,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Up to which number", example = "987")
        long anchoredTo,

        @Nullable @Schema(description = "The first thing wrong; absent where nothing is")
        First first,

        @Nullable @Schema(description = "The number to go on behind; absent at the end", example = "100000")
        Long next) {
    /** The first thing wrong. */
    @Serdeable
    @Schema(name = "AuditFinding")
    record First(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "altered, removed, inserted, truncated, rewritten or anchor-refused",
                    example = "altered")
            String kind,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The record's number; 0 where it has none",
                    example = "17")
            long sequence,

            @Nullable
            @Schema(
                    description = "The record's id, where it is known",
                    example = "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b")
            String record,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Its hash is not that of what it says.")
            String said) {
        static First of(Finding finding) {
            return new First(finding.kind().code(), finding.sequence(), finding.record(), finding.said());
        }
    }
}
