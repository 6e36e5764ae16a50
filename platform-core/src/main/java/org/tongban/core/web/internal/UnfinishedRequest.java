package org.tongban.core.web.internal;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * A request with an {@code Idempotency-Key} that died without an outcome (CO-83c).
 *
 * @param caller the account or the client that sent it
 * @param createdAt when it came
 * @param leasedUntil since when whoever repeats it takes its key over
 */
@Introspected
@Serdeable
record UnfinishedRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Names this attempt")
        UUID claim,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The account or client that sent it")
        UUID caller,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "order-4711")
        String key,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Since when whoever repeats it takes its key over")
        Instant leasedUntil) {}
