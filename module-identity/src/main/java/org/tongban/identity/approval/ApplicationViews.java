package org.tongban.identity.approval;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.state.State;
import org.tongban.identity.application.ApplicationState;
import org.tongban.identity.application.HandlerApplication;
import org.tongban.identity.user.HandlerAccount;

/** What enters and leaves the API about applications. */
final class ApplicationViews {
    private ApplicationViews() {}

    /** An application with whose account it is. */
    record Named(HandlerApplication application, HandlerAccount applicant) {}

    /**
     * An application as those see it who decide on it.
     *
     * @param account of the applicant
     * @param idNumber masked
     * @param phone masked; shown of one application, not in lists
     * @param reason why it was rejected
     */
    @Serdeable
    @Schema(name = "HandlerApplication")
    record View(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID account,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "林小溪")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "resident-id")
            String idType,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "3***************18")
            String idNumber,

            @Nullable @Schema(example = "+86138****8000") String phone,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"pending", "approved", "rejected", "lapsed", "withdrawn"},
                    example = "pending")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "待审核")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant appliedAt,

            @Nullable Instant decidedAt,

            @Nullable @Schema(example = "非本单位人员") String reason) {
        static View of(Named named, @Nullable String phone, Language language) {
            var application = named.application();
            var applicant = named.applicant();
            return new View(
                    application.id(),
                    applicant.id(),
                    applicant.name(),
                    applicant.document().kind().code(),
                    applicant.document().masked(),
                    phone,
                    application.state(),
                    State.of(ApplicationState.class, application.state())
                            .title()
                            .in(language),
                    application.appliedAt(),
                    application.decidedAt(),
                    application.reason());
        }
    }

    /** Whose face stands for an approval: a match for `identity.approval` of who approves. */
    @Serdeable
    @Schema(name = "HandlerApproval")
    record Approval(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0198a1c0-5e2d-7c31-9f0a-3b6c1d2e4f50")
            UUID faceVerification) {}

    /** Why an application is rejected; the applicant reads it. */
    @Serdeable
    @Schema(name = "HandlerRejection")
    record Rejection(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200,
                    pattern = "^[^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u0020\\u007f][^\\u0000-\\u001f\\u007f]*$",
                    example = "非本单位人员")
            String reason) {}
}
