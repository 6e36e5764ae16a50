package org.tongban.core.message;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox (CO-40, CO-41). */
@MappedEntity(value = "message", schema = "core")
record Message(
        @Id UUID id,
        String template,
        byte[] phone,
        String phoneMasked,
        String text,
        String state,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt) {}
