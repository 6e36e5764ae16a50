package org.tongban.core.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is stored.
 *
 * @param client whose it is; null for one that operators made
 * @param createdBy the account that made it, where one did
 * @param eventTypes separated by spaces
 * @param contact who is told when it is disabled, sealed; empty for nobody
 * @param previousSecret the former one, sealed; empty where there is none
 * @param disabledFor {@code asked}, {@code failing} or {@code gone}
 */
@MappedEntity(value = "webhook", schema = "core")
record WebhookRow(
        @Id UUID id,
        @Nullable UUID client,
        @Nullable UUID createdBy,
        String url,
        String eventTypes,
        byte[] contact,
        byte[] secret,
        byte[] previousSecret,
        Instant previousUntil,
        String state,
        @Nullable String disabledFor,
        int failures,
        @Nullable Instant failingSince,
        long version,
        Instant createdAt,
        Instant changedAt) {
    static final String COLUMNS = """
        id, client, created_by, url, event_types, contact, secret, previous_secret, previous_until, state, disabled_for,
        failures, failing_since, version, created_at, changed_at
        """;

    boolean active() {
        return state.equals("active");
    }

    List<String> types() {
        return List.of(eventTypes.split(" "));
    }

    @Override
    public String toString() {
        return "WebhookRow[" + id + "]";
    }
}
