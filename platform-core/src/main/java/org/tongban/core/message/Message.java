package org.tongban.core.message;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.MessageTemplate.Channel;

/**
 * A row of the outbox (CO-40, CO-41); {@link Letters} opens what is sealed in it.
 *
 * @param channel the {@link Channel}'s name
 * @param recipient a sealed phone or address
 * @param recipientKey what stands for it where messages are counted
 * @param text in clear, of rows from before texts were sealed
 * @param content sealed subject, text and parameters; empty in those rows
 * @param urgent whether it goes out at any hour and is under no limit
 * @param attempt the present or last attempt
 * @param countedOn the business date among whose messages it is counted
 * @param notAfter when it would no longer be true
 */
@MappedEntity(value = "message", schema = "core")
public record Message(
        @Id UUID id,
        String template,
        String channel,
        byte[] recipient,
        String recipientMasked,
        String recipientKey,
        @Nullable String text,
        byte[] content,
        String state,
        boolean urgent,
        int attempts,
        @Nullable UUID attempt,
        @Nullable LocalDate countedOn,
        @Nullable Instant notAfter,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {
    /** The columns of a row, for statements that answer it. */
    public static final String COLUMNS = """
        id, template, channel, recipient, recipient_masked, encode(recipient_index, 'hex') as recipient_key, text,
        content, state, urgent, attempts, attempt, counted_on, not_after, created_at, sent_at, last_error
        """;

    /** What it is sent by. */
    public Channel sentBy() {
        return Channel.valueOf(channel);
    }

    /** Whether it would no longer be true. */
    public boolean isOver(Instant now) {
        return notAfter != null && !now.isBefore(notAfter);
    }
}
