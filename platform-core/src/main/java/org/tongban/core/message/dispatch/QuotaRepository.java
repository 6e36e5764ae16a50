package org.tongban.core.message.dispatch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** Counts messages by one statement each, so that no two nodes read the same room (RL-9). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuotaRepository extends GenericRepository<Quota, String> {
    /** Counts these messages to their recipients and templates, and answers what was reached. */
    @Query(value = """
        with counted as (
            insert into core.message_quota as q (day, recipient, template, used)
            select cast(:day as date), recipient_index, template, count(*)
            from core.message
            where id = any(cast(:ids as uuid[]))
            group by recipient_index, template
            order by recipient_index, template
            on conflict (day, recipient, template) do update set used = q.used + excluded.used
            returning recipient, template, used)
        select encode(recipient, 'hex') as recipient, template, used from counted\
        """, nativeQuery = true)
    List<Quota> countByTemplate(LocalDate day, String[] ids);

    /** The same over all templates. */
    @Query(value = """
        with counted as (
            insert into core.message_quota as q (day, recipient, template, used)
            select cast(:day as date), recipient_index, '', count(*)
            from core.message
            where id = any(cast(:ids as uuid[]))
            group by recipient_index
            order by recipient_index
            on conflict (day, recipient, template) do update set used = q.used + excluded.used
            returning recipient, template, used)
        select encode(recipient, 'hex') as recipient, template, used from counted\
        """, nativeQuery = true)
    List<Quota> countAll(LocalDate day, String[] ids);

    @Query("delete from core.message_quota where day < :day")
    int deleteBefore(LocalDate day);
}
