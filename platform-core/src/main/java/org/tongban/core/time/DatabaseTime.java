package org.tongban.core.time;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** All SQL of time: the database's clock, and how far business time was moved from it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DatabaseTime extends GenericRepository<DatabaseTime.Shift, Long> {
    @Query(value = "select clock_timestamp()", nativeQuery = true)
    Instant read();

    @Query("select version, micros from core.business_time")
    Optional<Shift> shift();

    @Query("""
        insert into core.business_time (id, version, micros)
        values (1, 1, :micros)
        on conflict (id) do update set version = core.business_time.version + 1, micros = :micros\
        """)
    void shift(long micros);

    /**
     * How far business time stands from real time.
     *
     * @param version counts the moves, so that an older one never replaces a newer one
     */
    @MappedEntity(value = "business_time", schema = "core")
    record Shift(@Id long version, long micros) {}
}
