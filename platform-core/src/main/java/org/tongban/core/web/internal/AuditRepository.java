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
interface AuditRepository extends GenericRepository<AuditRecord, UUID> {
    @Query("""
        insert into core.audit_record
            (id, at, action, account, realm, client, address, subject_type, subject_id, outcome, digest, trace_id)
        values (:id, :at, :action, :account, :realm, :client, :address, :subjectType, :subjectId,
            :outcome, cast(:digest as jsonb), :traceId)\
        """)
    void add(AuditRecord record);

    /** What a task did, a record for each subject. */
    @Query("""
        insert into core.audit_record (id, at, action, subject_type, subject_id, outcome, digest, trace_id)
        select cast(given.id as uuid), cast(:at as timestamptz), :task, :subjectType, cast(given.subject as uuid), 'done',
            cast(given.digest as jsonb), given.trace
        from unnest(cast(:ids as text[]), cast(:subjects as text[]), cast(:digests as text[]), cast(:traces as text[]))
            as given (id, subject, digest, trace)\
        """)
    void addOfTask(
            @Nullable String[] ids,
            @Nullable String[] subjects,
            @Nullable String[] digests,
            @Nullable String[] traces,
            String task,
            String subjectType,
            Instant at);
}
