package org.tongban.core.task;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.module.Title;
import org.tongban.core.retry.Backoff;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/**
 * Carries a job on step by step. The scheduler's heartbeat is its lease: work of a node that died is given to another,
 * which goes on from the cursor. Should both be alive, the job's version lets only one of them take each step.
 */
@Singleton
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** After this time a job makes room for those that wait. */
    private static final Duration SLICE = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** With the doubling waits about five minutes: as long as a store or a registry may well be away. */
    private static final int MOST_FAILURES = 10;

    private static final Title GIVEN_UP =
            new Title("任务多次重试仍未成功，请联系管理员。", "The job failed again and again; ask the operators.");

    private final DeclaredWork work;
    private final JobRepository jobs;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Backoff backoff;

    JobRunner(
            DeclaredWork work,
            JobRepository jobs,
            Transactions transactions,
            DatabaseClock clock,
            TaskSettings settings) {
        this.work = work;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
        this.backoff = Backoff.doubling(settings.retry(), LONGEST_WAIT, MOST_FAILURES);
    }

    /** Runs steps until the job is over, its time slice is, or the node stops. */
    CompletionHandler<Void> run(UUID id, ExecutionContext context) {
        var until = clock.now().plus(SLICE);
        while (!context.getSchedulerState().isShuttingDown() && !clock.now().isAfter(until)) {
            var job = transactions.read(() -> jobs.find(id)).orElseThrow();
            if (job.state().isOver()) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            var body = work.job(job.type());
            if (body.isEmpty()) {
                // Its module is away: the job waits, as it was, until it is back (CO-5).
                return again(clock.now().plus(LONGEST_WAIT));
            }
            try {
                step(job, body.get());
            } catch (RuntimeException thrown) {
                return failed(job, thrown);
            }
        }
        return again(clock.now());
    }

    /** Takes one step, if no other runner has since the job was read. */
    private void step(Job job, JobBody body) {
        var rest = body.prepare(job);
        transactions.write(() -> {
            var claimed = jobs.claim(job, clock.now());
            if (claimed) {
                jobs.advance(job.id(), job.version() + 1, rest.get(), clock.now());
            }
            return claimed;
        });
    }

    private CompletionHandler<Void> failed(Job job, RuntimeException thrown) {
        LOG.warn("A step of job {} failed", job.id(), thrown);
        // The message stays in the log: it may hold values of the rows at fault.
        var failures = transactions.write(() -> {
            var count = jobs.addFailure(job, thrown.getClass().getName());
            if (count.isPresent() && backoff.after(count.getAsInt()).isEmpty()) {
                jobs.giveUp(job.id(), job.version() + 1, GIVEN_UP, clock.now());
            }
            return count;
        });
        if (failures.isEmpty()) {
            return again(clock.now());
        }
        return backoff.after(failures.getAsInt())
                .map(wait -> again(clock.now().plus(wait)))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (complete, operations) -> operations.reschedule(complete, at);
    }
}
