package org.tongban.filing.verification;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.review.Reviews.LastDecision;

/** What leaves the API of verifications and changes. */
final class VerificationViews {
    private VerificationViews() {}

    /**
     * How a verification is handed in.
     *
     * @param takeover whether a unit that has the code already is to pass to the caller (PF-7)
     */
    @Serdeable
    @Schema(name = "VerificationSubmission")
    record Submission(@Nullable @Schema(example = "false") Boolean takeover) {}

    /**
     * A verification or a change as its unit sees it.
     *
     * @param document the form's document, phones masked
     * @param reason the reviewer's words, where it was returned
     */
    @Serdeable
    record VerificationView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"draft", "pending-review", "returned", "verified"},
                    example = "pending-review")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "等待审核")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/verification@1")
            String form,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Map<String, Object> document,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean takeover,

            @Nullable Instant submittedAt,

            @Nullable @Schema(example = "证照不清晰。") String reason) {
        static VerificationView of(Verification found, Reviews reviews, Language language) {
            return new VerificationView(
                    found.id(),
                    found.state().code(),
                    found.state().title().in(language),
                    found.form(),
                    Documents.members(found.document()),
                    found.takeover(),
                    found.submittedAt(),
                    found.state() == VerificationState.RETURNED
                            ? reviews.lastDecision(found.id())
                                    .map(LastDecision::reason)
                                    .orElse(null)
                            : null);
        }
    }
}
