package org.tongban.identity.enrol;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API takes and answers of enrolments. */
final class EnrolmentViews {
    private EnrolmentViews() {}

    /**
     * How an organisation goes on.
     *
     * @param token shown once, and to be given with the next form; null where the manual channel goes on without
     * @param form the form that is next
     * @param link where it goes; null where the portal finds that in the manual channel
     */
    @Serdeable
    record VerifiedInformation(
            @Nullable @Schema(example = "9zWqGm3vE3r2o0pYx4bU1kT6sLhNcDf8aJiRyVeKtMw")
            String token,

            @Nullable Instant expiresAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "identity/create-user@1")
            String form,

            @Nullable @Schema(example = "/api/identity/v1/enrolments/users")
            String link) {
        @Override
        public String toString() {
            return "VerifiedInformation[form=" + form + "]";
        }
    }

    /**
     * The account that waits for its handler's face.
     *
     * @param advice what had better not stand in the password, in the language asked for
     */
    @Serdeable
    record CreatedUser(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID account,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "haichuan_01")
            String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> advice,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/identity/v1/handler-accounts/me/face-verifications")
            String next) {}

    /**
     * A face verification that waits for the app.
     *
     * @param token what the app scans, as QR code; it is shown this once
     * @param poll where it says how it stands
     */
    @Serdeable
    record StartedFace(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9zWqGm3vE3r2o0pYx4bU1kT6sLhNcDf8aJiRyVeKtMw")
            String token,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant expiresAt,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/platform/v1/face-verifications/0198a1c0-7b1e-7c3a-9f52-3d1e6a7b8c99")
            String poll) {
        @Override
        public String toString() {
            return "StartedFace[" + id + "]";
        }
    }

    /** By which face the enrolment is completed. */
    @Serdeable
    record Completion(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID faceVerification) {}

    /**
     * The organisation of a handler.
     *
     * @param uscc null for a unit that has none
     */
    @Serdeable
    record OrganisationView(
            UUID id,

            @Nullable @Schema(example = "91330108MA2H7K3D4J")
            String uscc,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "海川智能装备有限公司")
            String name) {}

    /**
     * The handler's application to the organisation.
     *
     * @param reason why it was refused
     */
    @Serdeable
    record ApplicationView(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "pending")
            String state,

            Instant appliedAt,
            @Nullable Instant decidedAt,
            @Nullable @Schema(example = "非本单位人员") String reason) {}

    /**
     * How the comparison of a unit's papers stands, in the manual channel.
     *
     * @param unit what the unit is called
     * @param reason why they were returned
     * @param link where the applicant reads and corrects them
     */
    @Serdeable
    @Schema(name = "OwnManualEnrolment")
    record ManualView(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "镇海新城地下管廊（一期）工程")
            String unit,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "RX2026-0000001-2")
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "returned")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "比对不通过")
            String stateTitle,

            @Nullable @Schema(example = "证明文件没有盖章。") String reason,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/identity/v1/manual-enrolments/019a0000-0000-7000-8000-000000000061")
            String link) {}

    /**
     * A handler's own account; number and phone are masked.
     *
     * @param organisation null where an officer still compares the unit's papers
     * @param next what it waits for: {@code face}, {@code take-over}, {@code approval}, {@code review} or {@code resubmission}; null where it
     *     works
     * @param application null where none was needed
     * @param manual null where no officer compared anything
     */
    @Serdeable
    record OwnHandlerAccount(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "haichuan_01")
            String username,

            @Nullable OrganisationView organisation,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "awaiting")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "待生效")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "handler")
            String authority,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "经办人")
            String authorityTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "林小溪")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "resident-id")
            String idType,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "3***************13")
            String idNumber,

            @Nullable @Schema(example = "138****0021") String phone,
            @Nullable @Schema(example = "face") String next,
            @Nullable ApplicationView application,
            @Nullable ManualView manual) {
        @Override
        public String toString() {
            return "OwnHandlerAccount[" + id + "]";
        }
    }
}
