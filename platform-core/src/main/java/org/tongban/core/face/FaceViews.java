package org.tongban.core.face;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.face.FaceRepository.FaceRow;
import org.tongban.core.module.Language;

/** What goes in and out of the endpoints of face verification. */
final class FaceViews {
    private FaceViews() {}

    /**
     * Whose face is to be verified.
     *
     * @param purpose what the match is to be used for; no other use is possible
     */
    @Serdeable
    @Schema(name = "FaceQuestion")
    record Question(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^[a-z][a-z0-9-]{0,40}[.][a-z][a-z0-9-]{0,40}$",
                    example = "identity.enrolment")
            String purpose,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 2,
                    maxLength = 100,
                    pattern = "^[^\\u0000-\\u001f\\u007f]*$",
                    example = "张三")
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {
                        "resident-id",
                        "hk-macao-permit",
                        "taiwan-permit",
                        "hk-macao-taiwan-residence",
                        "passport-cn",
                        "passport-foreign",
                        "foreign-permanent-residence"
                    },
                    example = "resident-id")
            String idKind,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 5,
                    maxLength = 40,
                    example = "11010519491231002X")
            String idNumber) {
        @Override
        public String toString() {
            return "Question[purpose=" + purpose + "]";
        }
    }

    /**
     * A verification that waits for the app.
     *
     * @param token what the app scans, as QR code; it is shown this once
     */
    @Serdeable
    @Schema(name = "FaceStarted")
    record StartedView(
            UUID id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9zWqGm3vE3r2o0pYx4bU1kT6sLhNcDf8aJiRyVeKtMw")
            String token,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "waiting")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "等待核验")
            String stateTitle,

            Instant expiresAt) {
        @Override
        public String toString() {
            return "StartedView[" + id + "]";
        }
    }

    /**
     * Where a verification stands.
     *
     * @param reason what the app says of a face that does not match
     */
    @Serdeable
    @Schema(name = "FaceProgress")
    record Progress(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "identity.enrolment")
            String purpose,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "matched")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "核验通过")
            String stateTitle,

            @Nullable @Schema(example = "光线不足") String reason,
            Instant startedAt,
            Instant expiresAt,
            @Nullable Instant decidedAt) {
        static Progress of(FaceRow row, Instant now, Language language) {
            var state = row.state(now);
            return new Progress(
                    row.id(),
                    row.purpose(),
                    state.code(),
                    state.title().in(language),
                    row.reason().isEmpty() ? null : row.reason(),
                    row.startedAt(),
                    row.expiresAt(),
                    row.decidedAt());
        }
    }

    /** What the app has read. */
    @Serdeable
    @Schema(name = "FaceScan")
    record ScanBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200,
                    example = "9zWqGm3vE3r2o0pYx4bU1kT6sLhNcDf8aJiRyVeKtMw")
            String token) {
        @Override
        public String toString() {
            return "ScanBody[]";
        }
    }

    /** What the app has to say. */
    @Serdeable
    @Schema(name = "FaceStatement")
    record StatementBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 8192,
                    example = "eyJ0eXAiOiJmYWNlLXJlc3VsdCtqd3QiLCJhbGciOiJFUzI1NiJ9.eyJ0b2tlbiI6IjkifQ.c2lnbmF0dXJl")
            String result) {
        @Override
        public String toString() {
            return "StatementBody[…]";
        }
    }

    /** What came of it. */
    @Serdeable
    @Schema(name = "FaceTaken")
    record Taken(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "matched")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "核验通过")
            String stateTitle) {}
}
