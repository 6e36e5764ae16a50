package org.tongban.core.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscriber could not take, or that waits behind one (CO-50).
 *
 * @param state {@code retrying}, {@code parked}, or {@code waiting}
 * @param at when it happened, in business time
 * @param dueAt when it is tried again, where it is
 */
@MappedEntity(value = "held_event", schema = "core")
record HeldEvent(
        @Id UUID id,
        String subscriber,
        UUID event,
        String type,
        UUID aggregate,
        String state,
        int failures,
        Instant at,
        Instant dueAt,
        @Nullable String lastError,
        Instant heldAt) {
    static final String RETRYING = "retrying";
    static final String WAITING = "waiting";
    static final String PARKED = "parked";

    /** What a select names, before its {@code from}. */
    static final String COLUMNS = """
        h.id, h.subscriber, h.event, e.type, h.aggregate, h.state, h.failures, e.at, h.due_at, h.last_error, h.held_at
        from core.held_event h join core.event e on e.id = h.event
        """;
}
