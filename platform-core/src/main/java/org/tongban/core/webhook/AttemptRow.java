package org.tongban.core.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook.
 *
 * @param status of the answer; null where none came
 * @param error why none came
 */
@MappedEntity(value = "webhook_attempt", schema = "core")
record AttemptRow(
        @Id UUID id,
        UUID delivery,
        Instant at,
        int millis,
        @Nullable Integer status,
        @Nullable String error) {}
