package org.tongban.core.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told of one event.
 *
 * @param happenedAt when it happened, in business time
 * @param state {@code queued}, {@code claimed} by a node, {@code delivered}, or {@code dead}
 * @param attempts how many calls there were since it was queued
 */
@MappedEntity(value = "webhook_delivery", schema = "core")
record DeliveryRow(
        @Id UUID id,
        UUID webhook,
        UUID event,
        String type,
        UUID aggregate,
        Instant happenedAt,
        String state,
        int attempts,
        Instant dueAt,
        Instant givesUpAt,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String lastError) {
    static final String COLUMNS = """
        id, webhook, event, type, aggregate, happened_at, state, attempts, due_at, gives_up_at, created_at, ended_at,
        last_error
        """;

    boolean over() {
        return state.equals("delivered") || state.equals("dead");
    }
}
