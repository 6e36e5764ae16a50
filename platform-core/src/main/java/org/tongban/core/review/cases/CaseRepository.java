package org.tongban.core.review.cases;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL by which cases are opened, found and moved; {@link CaseLists} has their lists. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface CaseRepository extends GenericRepository<ReviewCase, UUID> {
    String ROW = """
        id, number, type, kind, subject, title, organisation, region, submitted_by, submitter_person, proposer, original,
        cast(snapshot as text) as snapshot, cast(forms as text) as forms, state, step, claimed_by, withdrawal_asked,
        submitted_at, changed_at, decided_at, due_start, due_days, due_on, due_provisional, version
        """;

    /** The same without what only a single case is shown with. */
    String LISTED = """
        id, number, type, kind, subject, title, organisation, region, submitted_by, submitter_person, proposer, original,
        '{}' as snapshot, '{}' as forms, state, step, claimed_by, withdrawal_asked,
        submitted_at, changed_at, decided_at, due_start, due_days, due_on, due_provisional, version
        """;

    @Query("""
        insert into core.review_case (
            id, number, type, kind, subject, title, organisation, region, submitted_by, submitter_person, proposer,
            original, snapshot, forms, state, step, claimed_by, submitted_at, changed_at, decided_at, due_start, due_days,
            due_on, due_provisional, version)
        values (:id, :number, :type, :kind, :subject, :title, :organisation, :region, :submittedBy, :submitterPerson,
            :proposer, :original, cast(:snapshot as jsonb), cast(:forms as jsonb), :state, :step, :claimedBy,
            :submittedAt, :changedAt, :decidedAt, :dueStart, :dueDays, :dueOn, :dueProvisional, :version)
        """)
    void add(ReviewCase row);

    @Query(value = "select " + ROW + " from core.review_case where id = :id", nativeQuery = true)
    Optional<ReviewCase> find(UUID id);

    @Query(value = "select " + ROW + " from core.review_case where number = :number", nativeQuery = true)
    Optional<ReviewCase> findByNumber(String number);

    /** The submission before this one, of the same subject. */
    @Query(value = "select " + ROW + """
        from core.review_case
        where subject = :subject and kind = 'submission' and id < :id
        order by id desc
        limit 1
        """, nativeQuery = true)
    Optional<ReviewCase> before(UUID subject, UUID id);

    /** The re-examinations and corrections that refer to a case. */
    @Query(
            value = "select " + ROW + " from core.review_case where original = :original and kind = :kind order by id",
            nativeQuery = true)
    List<ReviewCase> of(UUID original, String kind);

    @Query(value = "select " + LISTED + """
        from core.review_case
        where submitted_by = :account and state in ('open', 'claimed')
        order by id
        """, nativeQuery = true)
    List<ReviewCase> undecidedOf(UUID account);

    @Query("""
        select exists (
            select 1 from core.review_case
            where subject = :subject and kind = :kind and state in ('open', 'claimed'))
        """)
    boolean isUndecided(UUID subject, String kind);

    /** Those of the subjects with an undecided case of the kind. */
    @Query(value = """
        select subject from core.review_case
        where subject = any (cast(:subjects as uuid[])) and kind = :kind and state in ('open', 'claimed')
        """, nativeQuery = true)
    List<UUID> undecidedAmong(@Nullable String[] subjects, String kind);

    /** The newest submission of a subject. */
    @Query("select id from core.review_case where subject = :subject and kind = 'submission' order by id desc limit 1")
    Optional<UUID> newestOf(UUID subject);

    /** All submissions of a subject, locked. */
    @Query(value = "select " + ROW + """
        from core.review_case
        where subject = :subject and kind = 'submission'
        order by id
        for update
        """, nativeQuery = true)
    List<ReviewCase> lockSubmissions(UUID subject);

    /** Writes what is left of a snapshot of which something is forgotten. */
    @Query("""
        update core.review_case
        set snapshot = cast(:snapshot as jsonb), changed_at = :now, version = version + 1
        where id = :id
        """)
    void storeSnapshot(UUID id, String snapshot, Instant now);

    @Query("""
        select type, region, organisation, submitted_by, kind, state, version from core.review_case where id = :id
        """)
    Optional<CaseKey> key(UUID id);

    @Query("""
        select type, region, organisation, submitted_by, kind, state, version
          from core.review_case where id = :id for update
        """)
    Optional<CaseKey> lock(UUID id);

    @Query("""
        update core.review_case
        set state = :state, claimed_by = :claimedBy, changed_at = :now, version = version + 1
        where id = :id
        """)
    void move(UUID id, String state, @Nullable UUID claimedBy, Instant now);

    /** Closes a case; who has decided it stays with it. */
    @Query("""
        update core.review_case
        set state = :state, withdrawal_asked = false, decided_at = :now, changed_at = :now, version = version + 1
        where id = :id
        """)
    void close(UUID id, String state, Instant now);

    /** Leads a case to its next step, where nobody has claimed it. */
    @Query("""
        update core.review_case
        set state = 'open', claimed_by = null, step = :step, withdrawal_asked = false, due_start = :dueStart,
            due_days = :dueDays, due_on = :dueOn, due_provisional = :dueProvisional, changed_at = :now,
            version = version + 1
        where id = :id
        """)
    void advance(
            UUID id,
            String step,
            LocalDate dueStart,
            int dueDays,
            LocalDate dueOn,
            boolean dueProvisional,
            Instant now);

    @Query("""
        update core.review_case
        set withdrawal_asked = :asked, changed_at = :now, version = version + 1
        where id = :id
        """)
    void askWithdrawal(UUID id, boolean asked, Instant now);

    /** What is shown of the case has changed beside its row. */
    @Query("update core.review_case set changed_at = :now, version = version + 1 where id = :id")
    void touch(UUID id, Instant now);
}
