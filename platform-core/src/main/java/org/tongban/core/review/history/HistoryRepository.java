package org.tongban.core.review.history;

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
import org.tongban.core.review.cases.ReviewCase;

/** All SQL of what was done with cases; nothing of it is ever changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HistoryRepository extends GenericRepository<ReviewCase, UUID> {
    @Query("""
        insert into core.review_history
            (id, review_case, at, actor, role, action, step, reason, remarks, due_on, internal, checklist)
        values (:id, :reviewCase, :at, :actor, :role, :action, :step, :reason, cast(:remarks as jsonb), :dueOn,
            :internal, cast(:checklist as jsonb))
        """)
    void add(
            UUID id,
            UUID reviewCase,
            Instant at,
            @Nullable UUID actor,
            String role,
            String action,
            String step,
            String reason,
            String remarks,
            @Nullable LocalDate dueOn,
            boolean internal,
            String checklist);

    @Query(value = """
        select id, at, role, action, step, reason, cast(remarks as text) as remarks, due_on, internal
        from core.review_history
        where review_case = :reviewCase
        order by id
        """, nativeQuery = true)
    List<HistoryEntry> of(UUID reviewCase);

    @Query(value = """
        select h.id, h.at, h.role, h.action, h.step, h.reason, cast(h.remarks as text) as remarks, h.due_on, h.internal
        from core.review_history h join core.review_case c on c.id = h.review_case
        where c.subject = :subject and c.kind = 'submission' and c.state in ('approved', 'returned', 'rejected')
          and h.action in ('approve', 'return', 'reject')
          and not exists (
              select 1 from core.review_history fallen
              where fallen.review_case = c.id and fallen.action = 'overturn')
        order by h.id desc
        limit 1
        """, nativeQuery = true)
    Optional<HistoryEntry> lastDecision(UUID subject);

    /** Whether somebody has decided a step of the case. */
    @Query("""
        select exists (
            select 1 from core.review_history
            where review_case = :reviewCase and actor = :actor and role = 'reviewer'
              and action in ('approve', 'return', 'reject'))
        """)
    boolean hasDecided(UUID reviewCase, UUID actor);
}
