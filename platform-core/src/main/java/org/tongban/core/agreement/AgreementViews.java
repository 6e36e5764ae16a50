package org.tongban.core.agreement;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;

/** What enters and leaves the API about agreements (CO-33). */
final class AgreementViews {
    private AgreementViews() {}

    /**
     * An agreement, and which of its versions is in force.
     *
     * @param version absent as long as none is
     */
    @Serdeable
    @Schema(name = "AgreementSummary")
    record Summary(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.terms")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "备案服务协议")
            String title,

            @Nullable @Schema(example = "1") Integer version,
            @Nullable @Schema(example = "2026-11-20") LocalDate effectiveFrom) {}

    @Serdeable
    @Schema(name = "AgreementList")
    record Summaries(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Summary> items) {}

    /** A version of an agreement with its text in both languages. */
    @Serdeable
    @Schema(name = "Agreement")
    record Whole(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.terms")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "备案服务协议")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-11-20")
            LocalDate effectiveFrom,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean acceptAgain,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "SHA-256 of both texts in UTF-8, a zero byte between them",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "第一条 ……",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String zh,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "Article 1 …",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String en) {}

    /** A version without its text. */
    @Serdeable
    @Schema(name = "AgreementVersion")
    record Published(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-11-20")
            LocalDate effectiveFrom,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean acceptAgain,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant publishedAt) {}

    /** The version just published. */
    @Serdeable
    @Schema(name = "AgreementPublication")
    record Publication(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.terms")
            String agreement,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int version,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256)
            implements Audited {
        @Override
        public String auditSubject() {
            return "platform/agreement-version";
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("agreement", agreement, "version", version, "sha256", sha256);
        }
    }

    /**
     * The next version of an agreement.
     *
     * @param effectiveFrom the first day on which it is in force, in Asia/Shanghai; today or later
     * @param acceptAgain whether those who accepted an older version have to accept this one at their next sign-in
     */
    @Serdeable
    @Schema(name = "NewAgreementVersion")
    record NewVersion(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 100_000,
                    pattern = TEXT,
                    example = "第一条 ……",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String zh,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 100_000,
                    pattern = TEXT,
                    example = "Article 1 …",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String en,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
                    example = "2026-12-01")
            String effectiveFrom,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean acceptAgain) {
        /** No control characters but the line feed. */
        private static final String TEXT = "^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$";
    }

    /** What an account has accepted, and what it has still to accept. */
    @Serdeable
    @Schema(name = "MyAgreements")
    record Mine(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Accepted> accepted) {}

    /** The last acceptance of an agreement. */
    @Serdeable
    @Schema(name = "MyAcceptedAgreement")
    record Accepted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing.terms")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int version,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant acceptedAt,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The client by which it was accepted; platform for sign-in by the API alone",
                    example = "platform")
            String client) {}

    /** The agreements that the account accepts now. */
    @Serdeable
    @Schema(name = "AgreementAcceptance")
    record Acceptance(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(minItems = 1, maxItems = 20)
            List<AcceptedAgreement> agreements) {}
}
