package org.tongban.core.web.internal;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code core.audit_record} (CO-55). */
@MappedEntity(value = "audit_record", schema = "core")
record AuditRecord(
        @Id UUID id,
        Instant at,
        String action,
        @Nullable UUID account,
        @Nullable String realm,
        @Nullable UUID client,
        @Nullable String address,
        String subjectType,
        UUID subjectId,
        String outcome,
        String digest,
        String traceId) {}
