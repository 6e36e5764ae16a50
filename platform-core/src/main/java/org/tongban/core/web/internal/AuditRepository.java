package org.tongban.core.web.internal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of audit records: they are only ever added. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditRepository extends GenericRepository<StoredAnswer, UUID> {
    @Query("""
        insert into core.audit_record
            (id, at, action, account, realm, address, subject_type, subject_id, outcome, digest, trace_id)
        values (:id, :at, :action, :account, :realm, :address, :subjectType, :subjectId, :outcome,
            cast(:digest as jsonb), :traceId)\
        """)
    void add(
            UUID id,
            Instant at,
            String action,
            @Nullable UUID account,
            @Nullable String realm,
            @Nullable String address,
            @Nullable String subjectType,
            @Nullable UUID subjectId,
            String outcome,
            String digest,
            String traceId);
}
