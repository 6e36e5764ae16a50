package org.tongban.core.review.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.cases.CaseAccess;
import org.tongban.core.web.Audited;

/** What came of each decision of a batch, in the order in which they were sent (CO-47). */
@Serdeable
public record BatchView(
        UUID id,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Result> results) implements Audited {
    /** What came of one decision: the case's new state, or why it was refused. */
    @Serdeable
    public record Result(
            UUID review,
            @Nullable @Schema(example = "CP2026-0000012-0") String number,
            @Nullable @Schema(example = "approved") String state,

            @Nullable @Schema(description = "The code of the refusal", example = "case-not-claimed")
            String code,

            @Nullable @Schema(example = "请先认领案件；案件可能已由他人认领。")
            String detail,

            @Nullable @Schema(description = "What is wrong with it, field by field")
            List<Fault> errors) {}

    /** One thing wrong with a decision. */
    @Serdeable
    public record Fault(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/reason")
            String pointer,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "required")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "退回或不予通过须写明理由。")
            String message) {}

    @Override
    public String auditSubject() {
        return CaseAccess.RECORD;
    }

    @Override
    public UUID auditId() {
        return id;
    }

    @Override
    public Map<String, Object> auditDigest() {
        long decided = results.stream().filter(result -> result.code() == null).count();
        return Map.of("sent", results.size(), "decided", decided);
    }
}
