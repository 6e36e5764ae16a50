package org.tongban.core.overview;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of the overview: matters, and the cases and drafts of which no module told. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MatterRepository extends GenericRepository<MatterRow, UUID> {
    @Query("""
        insert into core.matter
            (record_id, record_type, owner, realm, title, number, state, state_zh, state_en, acts, action_zh,
             action_en, due_on, link, period_after, period_days, changed_at)
        select cast(given.record_id as uuid), given.record_type, cast(given.owner as uuid), given.realm, given.title,
            given.number, given.state, given.state_zh, given.state_en, given.acts, given.action_zh, given.action_en,
            cast(given.due_on as date), given.link, cast(given.period_after as date), cast(given.period_days as int),
            cast(:now as timestamptz)
        from unnest(
                cast(:records as text[]), cast(:types as text[]), cast(:owners as text[]), cast(:realms as text[]),
                cast(:titles as text[]), cast(:numbers as text[]), cast(:states as text[]), cast(:statesZh as text[]),
                cast(:statesEn as text[]), cast(:actors as text[]), cast(:actionsZh as text[]),
                cast(:actionsEn as text[]), cast(:days as text[]), cast(:links as text[]),
                cast(:periodsAfter as text[]), cast(:periodsDays as text[]))
            as given (record_id, record_type, owner, realm, title, number, state, state_zh, state_en, acts, action_zh,
                action_en, due_on, link, period_after, period_days)
        order by 1
        on conflict (record_id) do update
        set owner = excluded.owner, realm = excluded.realm, title = excluded.title, number = excluded.number,
            state = excluded.state, state_zh = excluded.state_zh, state_en = excluded.state_en, acts = excluded.acts,
            action_zh = excluded.action_zh, action_en = excluded.action_en, due_on = excluded.due_on,
            link = excluded.link, period_after = excluded.period_after, period_days = excluded.period_days,
            changed_at = excluded.changed_at\
        """)
    void put(
            @Nullable String[] records,
            @Nullable String[] types,
            @Nullable String[] owners,
            @Nullable String[] realms,
            @Nullable String[] titles,
            @Nullable String[] numbers,
            @Nullable String[] states,
            @Nullable String[] statesZh,
            @Nullable String[] statesEn,
            @Nullable String[] actors,
            @Nullable String[] actionsZh,
            @Nullable String[] actionsEn,
            @Nullable String[] days,
            @Nullable String[] links,
            @Nullable String[] periodsAfter,
            @Nullable String[] periodsDays,
            Instant now);

    @Query("delete from core.matter where record_id = any (cast(:records as uuid[]))")
    void delete(@Nullable String[] records);

    /**
     * Each part is an index scan of its own, so that none has to be read whole. Corrections are staff's: the applicant is
     * told of them once they are made (CO-46e).
     */
    String ALL = """
        with lines as (
            (select m.record_id, m.record_type, m.title, coalesce(c.number, m.number) as number, m.state, m.state_zh,
                 m.state_en, m.acts, m.action_zh, m.action_en, coalesce(c.due_on, m.due_on) as due_on,
                 coalesce(c.due_provisional, false) as provisional, m.link, c.state as case_state,
                 case when c.number is null then m.period_after end as period_after,
                 case when c.number is null then m.period_days end as period_days
             from core.matter m
             left join lateral (
                 select number, state, due_on, due_provisional
                 from core.review_case
                 where subject = m.record_id and state in ('open', 'claimed') and kind <> 'correction'
                 order by id desc
                 limit 1) c on true
             where m.owner = any(cast(:owners as uuid[])) and m.realm = any(cast(:realms as text[])) and m.record_id < :edge
             order by m.record_id desc limit :most)
            union all
            (select c.subject, c.type, c.title, c.number, null, null, null, null, null, null, c.due_on,
                 c.due_provisional, null, c.state, null, null
             from core.review_case c
             where c.submitted_by = :account and c.state in ('open', 'claimed') and c.subject < :edge
               and c.kind <> 'correction'
               and not exists (select 1 from core.matter m where m.record_id = c.subject)
             order by c.subject desc limit :most)
            union all
            (select d.record_id, d.record_type, d.title, null, null, null, null, null, null, null, d.expires_on,
                 false, null, null, null, null
             from core.draft d
             where d.owner = :account and d.record_id < :edge
               and not exists (select 1 from core.matter m where m.record_id = d.record_id)
               and not exists (
                   select 1 from core.review_case c where c.subject = d.record_id and c.state in ('open', 'claimed'))
             order by d.record_id desc limit :most))
        """;

    @Query(value = ALL + """
        select record_id, record_type, title, number, state, state_zh, state_en, acts, action_zh, action_en, due_on,
            provisional, link, case_state, period_after, period_days
        from lines
        order by record_id desc
        limit :most\
        """, nativeQuery = true)
    List<MatterRow> below(UUID account, String[] realms, String[] owners, UUID edge, int most);

    /** How many there are, counted up to a number. */
    @Query(value = ALL + "select count(*) from (select 1 from lines limit :most) as counted", nativeQuery = true)
    long count(UUID account, String[] realms, String[] owners, UUID edge, int most);
}
