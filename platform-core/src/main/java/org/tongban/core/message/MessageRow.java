package org.tongban.core.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.MessageTemplate.Channel;

/** A row that the outbox takes; {@link Letters} sealed what it holds. */
record MessageRow(
        UUID id,
        String template,
        Channel channel,
        @Nullable UUID account,
        byte[] recipient,
        byte[] recipientIndex,
        String recipientMasked,
        byte[] content,
        String state,
        boolean urgent,
        @Nullable Instant notAfter) {}
