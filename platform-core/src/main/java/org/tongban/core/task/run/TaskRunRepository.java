package org.tongban.core.task.run;

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

/** All SQL of what tasks did and when they come next. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TaskRunRepository extends GenericRepository<TaskRun, UUID> {
    @Query("""
        insert into core.task_run (id, task, business_date, node, started_at, ended_at, outcome, error)
        values (:id, :task, :businessDate, :node, :startedAt, :endedAt, :outcome, :error)\
        """)
    void add(
            UUID id,
            String task,
            @Nullable LocalDate businessDate,
            String node,
            Instant startedAt,
            @Nullable Instant endedAt,
            String outcome,
            @Nullable String error);

    @Query("update core.task_run set ended_at = :now, outcome = :outcome, error = :error where id = :id")
    void end(UUID id, Instant now, String outcome, @Nullable String error);

    /** Ends what a node left behind when it stopped: a task runs once at a time. */
    @Query("""
        update core.task_run set ended_at = :now, outcome = 'stopped' where task = :task and outcome = 'running'\
        """)
    int sweep(String task, Instant now);

    /** A task that is new has done all before today. */
    @Query("""
        insert into core.daily_task (task, done_through) values (:task, :doneThrough) on conflict (task) do nothing\
        """)
    void begin(String task, LocalDate doneThrough);

    @Query(value = "select task, done_through, asked from core.daily_task where task = :task", nativeQuery = true)
    Optional<DailyTask> daily(String task);

    /** Marks a date as done; 0 where another run has. */
    @Query("""
        update core.daily_task set done_through = :date where task = :task and done_through = :before\
        """)
    int done(String task, LocalDate before, LocalDate date);

    @Query("update core.daily_task set asked = :date where task = :task")
    void ask(String task, LocalDate date);

    /** Has a task run as soon as a node looks; 0 where it runs now or was never scheduled. */
    @Query("""
        update core.scheduled_task set execution_time = :now, version = version + 1
        where task_name = :task and task_instance = 'recurring' and not picked\
        """)
    int hasten(String task, Instant now);

    @Query(value = """
        select t.task_name, t.execution_time, t.picked, t.picked_by, t.last_success, t.last_failure,
            coalesce(t.consecutive_failures, 0) as consecutive_failures, d.done_through,
            (
                select r.error from core.task_run r
                where r.task = t.task_name and r.outcome = 'failed'
                order by r.id desc
                limit 1) as last_error
        from core.scheduled_task t left join core.daily_task d on d.task = t.task_name
        where t.task_name = any(cast(:tasks as text[])) and t.task_instance = 'recurring'\
        """, nativeQuery = true)
    List<TaskStanding> standing(String[] tasks);

    /** The run that began last. */
    @Query(value = "select " + TaskRun.COLUMNS + """
        from core.task_run where task = :task order by id desc limit 1\
        """, nativeQuery = true)
    Optional<TaskRun> last(String task);

    /** What is older, newest first. */
    @Query(value = "select " + TaskRun.COLUMNS + """
        from core.task_run where task = :task and id < :edge order by id desc limit :most\
        """, nativeQuery = true)
    List<TaskRun> below(String task, UUID edge, int most);

    /** What is newer, oldest first. */
    @Query(value = "select " + TaskRun.COLUMNS + """
        from core.task_run where task = :task and id > :edge order by id limit :most\
        """, nativeQuery = true)
    List<TaskRun> above(String task, UUID edge, int most);

    /** What is older and came out so, newest first. */
    @Query(value = "select " + TaskRun.COLUMNS + """
        from core.task_run where task = :task and outcome = :outcome and id < :edge order by id desc limit :most\
        """, nativeQuery = true)
    List<TaskRun> belowOf(String task, String outcome, UUID edge, int most);

    /** What is newer and came out so, oldest first. */
    @Query(value = "select " + TaskRun.COLUMNS + """
        from core.task_run where task = :task and outcome = :outcome and id > :edge order by id limit :most\
        """, nativeQuery = true)
    List<TaskRun> aboveOf(String task, String outcome, UUID edge, int most);

    /** How many of the tasks fail. */
    @Query(value = """
        select count(*) from core.scheduled_task
        where task_name = any(cast(:tasks as text[])) and task_instance = 'recurring' and consecutive_failures > 0\
        """, nativeQuery = true)
    long countFailing(String[] tasks);

    /** How many of the tasks should have run before a moment, and nobody has them. */
    @Query(value = """
        select count(*) from core.scheduled_task
        where task_name = any(cast(:tasks as text[])) and task_instance = 'recurring'
            and not picked and execution_time < :before\
        """, nativeQuery = true)
    long countLate(String[] tasks, Instant before);

    /** Forgets a part of what ran long ago. */
    @Query("""
        delete from core.task_run
        where id in (select id from core.task_run where started_at < :before order by started_at limit :most)\
        """)
    int deleteBefore(Instant before, int most);
}
