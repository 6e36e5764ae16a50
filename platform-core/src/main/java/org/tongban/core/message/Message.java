package org.tongban.core.message;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.MessageTemplate.Channel;

/**
 * A row of the outbox (CO-40, CO-41); {@link Letters} opens what is sealed in it.
 *
 * @param channel the {@link Channel}'s name
 * @param recipient a sealed phone or address
 * @param text in clear, of rows from before texts were sealed
 * @param content sealed subject, text and parameters; empty in those rows
 * @param notAfter when it would no longer be true
 */
@MappedEntity(value = "message", schema = "core")
record Message(
        @Id UUID id,
        String template,
        String channel,
        byte[] recipient,
        String recipientMasked,
        @Nullable String text,
        byte[] content,
        String state,
        int attempts,
        @Nullable Instant notAfter,
        Instant createdAt,
        @Nullable Instant sentAt) {
    Channel sentBy() {
        return Channel.valueOf(channel);
    }

    boolean isOver(Instant now) {
        return notAfter != null && !now.isBefore(notAfter);
    }
}
