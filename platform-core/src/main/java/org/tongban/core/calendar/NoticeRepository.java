package org.tongban.core.calendar;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** All SQL of the notices that administrators gave. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeRepository extends GenericRepository<NoticeRepository.Row, Integer> {
    /** Makes other changes wait until the transaction ends; the number names the lock and means nothing else. */
    @Query("select 1 from pg_advisory_xact_lock(7309453124)")
    int lock();

    @Query("select year, cast(days as text) as days, version from core.holiday_notice")
    List<Row> all();

    @Query("""
        insert into core.holiday_notice (year, days, version, changed_at)
        values (:year, cast(:days as jsonb), 1, :changedAt)
        on conflict (year) do update
        set days = excluded.days, version = core.holiday_notice.version + 1, changed_at = excluded.changed_at
        """)
    void put(int year, String days, Instant changedAt);

    /** A notice, its days as JSON. */
    @MappedEntity(value = "holiday_notice", schema = "core")
    record Row(@Id int year, String days, long version) {}
}
