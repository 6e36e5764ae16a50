package org.tongban.core.audit.trail;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit record as staff see it (CO-55). */
@Serdeable
@Schema(name = "AuditRecord")
record AuditView(
        UUID id,
        Instant at,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "platform.review.decide")
        String action,

        @Nullable @Schema(description = "Whose token it was; absent where nobody had signed in")
        UUID account,

        @Nullable @Schema(example = "staff") String realm,

        @Nullable @Schema(description = "The client by which it was called, or that called")
        UUID client,

        @Nullable @Schema(description = "Where the request came from; absent for tasks", example = "203.0.113.7")
        String address,

        @Nullable @Schema(description = "The kind of record it was about", example = "platform/review-case")
        String subjectType,

        @Nullable @Schema(description = "Which one") UUID subject,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "done or refused", example = "done")
        String outcome,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "What changed, personal data masked",
                example = "{\"state\": \"approved\"}")
        Map<String, Object> digest,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @Nullable @Schema(description = "Its number in the chain; absent until it is sealed", example = "1042")
        Long sequence,

        @Nullable @Schema(description = "Its hash in the chain")
        String hash) {}
