package org.tongban.core.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of cases and their history. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CaseRepository extends GenericRepository<ReviewCase, UUID> {
    @Query("""
        insert into core.review_case
            (id, number, type, subject, title, organisation, region, submitted_by, submitter_person, snapshot,
             state, submitted_at, changed_at, version)
        values (:id, :number, :type, :subject, :title, :organisation, :region, :submittedBy, :submitterPerson,
            cast(:snapshot as jsonb), 'open', :now, :now, 1)\
        """)
    void open(
            UUID id,
            String number,
            String type,
            UUID subject,
            String title,
            @Nullable UUID organisation,
            @Nullable String region,
            UUID submittedBy,
            @Nullable UUID submitterPerson,
            String snapshot,
            Instant now);

    @Query(value = """
        select id, number, type, subject, title, organisation, region, submitted_by, submitter_person,
            cast(snapshot as text) as snapshot, state, claimed_by, submitted_at, changed_at, version
        from core.review_case
        where id = :id\
        """, nativeQuery = true)
    Optional<ReviewCase> find(UUID id);

    @Query(value = """
        select id, number, type, subject, title, organisation, region, submitted_by, submitter_person,
            '{}' as snapshot, state, claimed_by, submitted_at, changed_at, version
        from core.review_case
        where submitted_by = :account and state in ('open', 'claimed')
        order by id\
        """, nativeQuery = true)
    List<ReviewCase> undecidedOf(UUID account);

    @Query("select type, region, version from core.review_case where id = :id")
    Optional<CaseKey> key(UUID id);

    @Query("select type, region, version from core.review_case where id = :id for update")
    Optional<CaseKey> lock(UUID id);

    /** The queue below a case, newest first. */
    @Query(value = """
        select id, number, type, subject, title, organisation, region, submitted_by, submitter_person,
            '{}' as snapshot, state, claimed_by, submitted_at, changed_at, version
        from core.review_case
        where type = any(cast(:types as text[]))
          and state = any(cast(:states as text[]))
          and (cast(:region as text) is null or region = :region)
          and (cast(:number as text) is null or number = :number)
          and id < :edge
        order by id desc
        limit :limit\
        """, nativeQuery = true)
    List<ReviewCase> below(
            String[] types, String[] states, @Nullable String region, @Nullable String number, UUID edge, int limit);

    /** The queue above a case, oldest first. */
    @Query(value = """
        select id, number, type, subject, title, organisation, region, submitted_by, submitter_person,
            '{}' as snapshot, state, claimed_by, submitted_at, changed_at, version
        from core.review_case
        where type = any(cast(:types as text[]))
          and state = any(cast(:states as text[]))
          and (cast(:region as text) is null or region = :region)
          and (cast(:number as text) is null or number = :number)
          and id > :edge
        order by id
        limit :limit\
        """, nativeQuery = true)
    List<ReviewCase> above(
            String[] types, String[] states, @Nullable String region, @Nullable String number, UUID edge, int limit);

    /** The length of the queue, counted up to a number. */
    @Query(value = """
        select count(*) from (
            select 1
            from core.review_case
            where type = any(cast(:types as text[]))
              and state = any(cast(:states as text[]))
              and (cast(:region as text) is null or region = :region)
              and (cast(:number as text) is null or number = :number)
            limit :most) as counted\
        """, nativeQuery = true)
    long count(String[] types, String[] states, @Nullable String region, @Nullable String number, int most);

    @Query("""
        update core.review_case
        set state = :state, claimed_by = :claimedBy, changed_at = :now, version = version + 1
        where id = :id\
        """)
    void move(UUID id, String state, @Nullable UUID claimedBy, Instant now);

    @Query("""
        insert into core.review_history (id, review_case, at, actor, role, action, reason, remarks)
        values (:id, :reviewCase, :at, :actor, :role, :action, :reason, cast(:remarks as jsonb))\
        """)
    void note(
            UUID id,
            UUID reviewCase,
            Instant at,
            UUID actor,
            String role,
            String action,
            String reason,
            String remarks);

    @Query(value = """
        select id, at, role, action, reason, cast(remarks as text) as remarks
        from core.review_history
        where review_case = :reviewCase
        order by id\
        """, nativeQuery = true)
    List<HistoryEntry> history(UUID reviewCase);

    @Query(value = """
        select h.id, h.at, h.role, h.action, h.reason, cast(h.remarks as text) as remarks
        from core.review_history h join core.review_case c on c.id = h.review_case
        where c.subject = :subject and h.action in ('approve', 'return', 'reject')
        order by h.id desc
        limit 1\
        """, nativeQuery = true)
    Optional<HistoryEntry> lastDecision(UUID subject);
}
