package org.tongban.core.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A row of {@code core.event} as delivery reads it. */
@MappedEntity(value = "event", schema = "core")
record StoredEvent(@Id UUID id, String txid, UUID aggregate, String payload) {}
