package org.tongban.identity.manage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** All SQL of which account took the place of which. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Successions extends GenericRepository<Successions.Succession, UUID> {
    @Query("""
        insert into identity.handler_succession (account, former, decided_by, decided_at)
        values (:account, :former, :decidedBy, :decidedAt)
        """)
    void insert(UUID account, UUID former, String decidedBy, Instant decidedAt);

    /** Whether the account took the place of another one. */
    @Query("select exists (select 1 from identity.handler_succession where account = :account)")
    boolean holds(UUID account);

    /** That an account took the place of another. */
    @MappedEntity(value = "handler_succession", schema = "identity")
    record Succession(@Id UUID account, UUID former, String decidedBy, Instant decidedAt) {}
}
