package org.tongban.core.message.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code core.inbox_entry}; what it says is sealed. */
@MappedEntity(value = "inbox_entry", schema = "core")
record InboxEntry(
        @Id UUID id,
        String module,
        String template,
        byte[] content,
        @Nullable String link,
        Instant createdAt,
        @Nullable Instant readAt) {}
