package org.tongban.core.web.internal;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code core.idempotency_key}.
 *
 * @param status null while the first request is under way
 * @param leasedUntil when that one loses the key unless its node renews it
 */
@MappedEntity(value = "idempotency_key", schema = "core")
record StoredAnswer(
        @Id UUID caller,
        String key,
        byte[] requestHash,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable String etag,
        byte[] body,
        @Nullable Instant leasedUntil) {}
