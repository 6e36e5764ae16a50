package org.tongban.filing.revocation;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Audited;

/** What leaves the API about revocations. */
final class RevocationViews {
    private RevocationViews() {}

    /**
     * What a unit asked, and what was said of it.
     *
     * @param id by which its case is found among the caller's own cases, where it is taken back as well
     * @param decision the reviewer's; absent while it is in review, and after it was taken back
     */
    @Serdeable
    @Schema(name = "Revocation")
    record RevocationView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/revocation@1")
            String form,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Map<String, Object> document,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant askedAt,

            @Nullable @Schema(example = "通过") String decision,
            @Nullable @Schema(example = "尚有有效专利。") String reason)
            implements Audited {
        static RevocationView of(Revocation revocation, Reviews reviews, Language language) {
            var last = reviews.lastDecision(revocation.id());
            return new RevocationView(
                    revocation.id(),
                    revocation.product(),
                    revocation.form(),
                    Documents.members(revocation.document()),
                    revocation.askedAt(),
                    last.map(decision -> decision.decision().title().in(language))
                            .orElse(null),
                    last.map(Reviews.LastDecision::reason).orElse(null));
        }

        @Override
        public String auditSubject() {
            return RevocationController.RECORD;
        }

        @Override
        public UUID auditId() {
            return product;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("revocation", id, "reason", String.valueOf(document.get("reason")));
        }
    }

    /** A product whose unit did not answer. */
    @Serdeable
    @Schema(name = "LapsedProduct")
    record LapsedView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000001-7")
            String filingNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "中科大数据研究院")
            String unitName,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-11-20")
            LocalDate foundOn) {}
}
