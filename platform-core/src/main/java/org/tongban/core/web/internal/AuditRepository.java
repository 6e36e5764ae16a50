package org.tongban.core.web.internal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

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
}
