package org.tongban.core.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code core.event} as delivery reads it.
 *
 * @param blocked whether an earlier event of its aggregate is held for the subscriber
 */
@MappedEntity(value = "event", schema = "core")
record StoredEvent(
        @Id UUID id, String txid, String type, UUID aggregate, String payload, Instant at, boolean blocked) {}
