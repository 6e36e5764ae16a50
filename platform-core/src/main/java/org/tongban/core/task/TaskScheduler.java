package org.tongban.core.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.tongban.core.retry.Backoff;
import org.tongban.core.task.run.TaskRuns;
import org.tongban.core.task.run.TaskRuns.Asked;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/**
 * Runs each declared task once per cluster (CO-48) and the jobs that are due: a table in the database says what is due
 * when and which node has it. Tasks and jobs stop before the connections do.
 */
@Singleton
public class TaskScheduler implements ApplicationEventListener<ServerStartupEvent> {
    private static final String TABLE = "core.scheduled_task";
    static final String JOB_TASK = "platform.job-run";
    private static final int MISSED_HEARTBEATS = 6;
    /** A task whose module is away keeps its row, so that it goes on where it was when the module is back (CO-5). */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    /** A daily task that fails is tried again at the latest after this time. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** More failures than these wait no longer. */
    private static final int MOST_DOUBLINGS = 30;

    private final DeclaredWork work;
    private final TaskRuns runs;
    private final Transactions transactions;
    /** Real time that the nodes share: a machine's clock that jumps lets no task run twice (RL-15). */
    private final DatabaseClock clock;

    private final TaskSettings settings;
    private final CustomTask<Void> jobTask;
    private final Scheduler scheduler;
    /** Writes in the transaction under way, which the scheduler itself never joins. */
    private final SchedulerClient client;

    TaskScheduler(
            DeclaredWork work,
            TaskRuns runs,
            JobRunner runner,
            DataSource dataSource,
            Transactions transactions,
            DatabaseClock clock,
            TaskSettings settings) {
        this.work = work;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        jobTask = Tasks.custom(JOB_TASK, Void.class)
                .onFailureReschedule(FixedDelay.of(settings.retry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> runner.run(UUID.fromString(instance.getId()), context));
        scheduler = Scheduler.create(DelegatingDataSource.unwrapDataSource(dataSource), List.of(jobTask))
                .startTasks(work.tasks().stream().map(this::recurring).toList())
                .tableName(TABLE)
                .jdbcCustomization(postgres())
                .schedulerName(new SchedulerName.Fixed(runs.node()))
                .clock(clock::now)
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .threads(settings.threads())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .shutdownMaxWait(LONGEST_STOP)
                .commitWhenAutocommitDisabled(true)
                .deleteUnresolvedAfter(NEVER)
                .build();
        client = SchedulerClient.Builder.create(dataSource, jobTask)
                .tableName(TABLE)
                .jdbcCustomization(postgres())
                .build();
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        if (settings.enabled()) {
            scheduler.start();
        }
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    /** Refuses a type of job that no running module declares. */
    void requireJob(String type) {
        if (work.job(type).isEmpty()) {
            throw new IllegalArgumentException(type + " is declared by no module that runs");
        }
    }

    /** Tells the body of a job that it was cancelled, where its module runs. */
    void cancelled(Job job) {
        work.job(job.type()).ifPresent(body -> body.cancelled(job));
    }

    /** Has the job run as soon as the transaction under way has committed. */
    void enqueue(UUID job) {
        client.scheduleIfNotExists(jobTask.instance(job.toString()), clock.now());
        lookSoon();
    }

    /** Has a task run as soon as the transaction under way has committed, on whichever node. */
    public Asked runNow(TaskDeclaration task) {
        var asked = runs.ask(task);
        if (asked == Asked.SOON) {
            lookSoon();
        }
        return asked;
    }

    private void lookSoon() {
        transactions.afterCommit(() -> {
            if (settings.enabled()) {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    private RecurringTask<Void> recurring(TaskDeclaration task) {
        var body = work.task(task.id());
        boolean daily = task.dailyAt() != null;
        var longest = daily ? LONGEST_WAIT : task.every();
        var backoff = Backoff.doubling(settings.retry(), longest, MOST_DOUBLINGS);
        return Tasks.recurring(task.id(), FixedDelay.of(daily ? settings.dailyCheck() : task.every()))
                .onFailure((failed, operations) -> operations.reschedule(
                        failed,
                        clock.now()
                                .plus(backoff.after(failed.getExecution().consecutiveFailures + 1)
                                        .orElse(longest))))
                .execute((instance, context) ->
                        runs.run(task, body, () -> context.getSchedulerState().isShuttingDown()));
    }

    /** Named, or the scheduler would ask the database at a time when it may be away. */
    private static JdbcCustomization postgres() {
        return new PostgreSqlJdbcCustomization(false, false);
    }
}
