package org.tongban.core.review.due;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All SQL of due dates. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DueRepository extends GenericRepository<DueRow, UUID> {
    /** Undecided cases that are due from a day on, below one of them; a year's holidays move none that was due before. */
    @Query("""
        select id, due_start, due_days, due_on, due_provisional
        from core.review_case
        where state in ('open', 'claimed') and (due_on, id) > (:due, :edge)
        order by due_on, id
        limit :most
        """)
    List<DueRow> from(LocalDate due, UUID edge, int most);

    /** Moves the due date of a case that nobody has decided meanwhile. */
    @Query("""
        update core.review_case
        set due_on = :on, due_provisional = :provisional, version = version + 1
        where id = :id and state in ('open', 'claimed') and due_start = :start and due_days = :days
        """)
    void move(UUID id, LocalDate start, int days, LocalDate on, boolean provisional);

    /** Who holds cases, beyond one of them. */
    @Query("""
        select distinct claimed_by from core.review_case
        where state = 'claimed' and claimed_by > :edge
        order by claimed_by
        limit :most
        """)
    List<UUID> holders(UUID edge, int most);

    /** The cases that somebody holds, the soonest due first, beyond one of them. */
    @Query("""
        select id, due_start, due_days, due_on, due_provisional
        from core.review_case
        where state = 'claimed' and claimed_by = :holder and (due_on, id) > (:due, :edge)
        order by due_on, id
        limit :most
        """)
    List<DueRow> heldBy(UUID holder, LocalDate due, UUID edge, int most);

    /** What somebody holds that is overdue on a day. */
    @Query(value = """
        select count(*) as cases, min(due_on) as since
        from core.review_case
        where state = 'claimed' and claimed_by = :holder and due_on < :today and not due_provisional
        """, nativeQuery = true)
    HeldOverdue overdueOf(UUID holder, LocalDate today);

    /** 1 where an officer has not been told yet on a day, and now is. */
    @Query("""
        insert into core.overdue_told (officer, told_on) values (:officer, :toldOn)
        on conflict (officer) do update set told_on = excluded.told_on
        where core.overdue_told.told_on < excluded.told_on
        """)
    int tell(UUID officer, LocalDate toldOn);

    /** How many cases of a type are overdue, counted up to a number. */
    @Query("""
        select count(*)
        from (
            select 1 from core.review_case
            where state in ('open', 'claimed') and due_on < :today and not due_provisional and type = :type
            limit :most) as counted
        """)
    long countOverdue(String type, LocalDate today, int most);
}
