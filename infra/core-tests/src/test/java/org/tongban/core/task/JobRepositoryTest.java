package org.tongban.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Title;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Of two runners of a job only one takes each step, and none speaks over the other (CO-75). */
@TongbanTest
@Tag("CO-75")
class JobRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final Tongban tongban;
    private final JobRepository jobs;
    private final Transactions transactions;

    JobRepositoryTest(Tongban tongban) {
        this.tongban = tongban;
        jobs = tongban.context().getBean(JobRepository.class);
        transactions = tongban.context().getBean(Transactions.class);
    }

    /** A job that no scheduler knows of, of a kind that no module declares. */
    private Job queued() {
        return queued(null);
    }

    private Job queued(@Nullable String key) {
        var id = Ids.next();
        return transactions.write(() -> {
            jobs.add(id, "absent.kind", Map.of(), key, null, null, NOW);
            return jobs.find(id).orElseThrow();
        });
    }

    private Job found(UUID id) {
        return transactions.read(() -> jobs.find(id)).orElseThrow();
    }

    private boolean finishes(Job job) {
        return transactions.write(() -> {
            var claimed = jobs.claim(job, NOW);
            if (claimed) {
                jobs.advance(job.id(), job.version() + 1, JobStep.finished(1), NOW);
            }
            return claimed;
        });
    }

    @Test
    void a_runner_that_was_overtaken_cannot_make_a_done_job_fail() {
        var read = queued();
        assertThat(finishes(read)).isTrue();
        assertThat(transactions.write(() -> jobs.addFailure(read, "late"))).isEmpty();
        var reason = new Title("失败", "Failed");
        var late = JobStep.failed(reason).rejecting(List.of(new JobRejection(1, "row", "late", reason)));
        transactions.write(() -> {
            jobs.advance(read.id(), read.version() + 1, late, NOW);
            return late;
        });
        assertThat(found(read.id()).state()).isEqualTo(JobState.DONE);
        assertThat(found(read.id()).rejected()).isZero();
        assertThat(transactions.read(
                        () -> tongban.context().getBean(JobRecords.class).rejectionsAfter(read.id(), 0, 0, 10)))
                .isEmpty();
    }

    @Test
    void a_runner_that_was_overtaken_takes_no_step() {
        var read = queued();
        transactions.write(() -> jobs.addFailure(read, "first"));
        assertThat(finishes(read)).isFalse();
        assertThat(finishes(found(read.id()))).isTrue();
    }

    @Test
    void counts_failures_one_after_the_other_and_a_step_forgets_them() {
        var job = queued();
        assertThat(transactions.write(() -> jobs.addFailure(job, "first"))).hasValue(1);
        assertThat(transactions.write(() -> jobs.addFailure(found(job.id()), "second")))
                .hasValue(2);
        var twice = found(job.id());
        transactions.write(() -> {
            jobs.claim(twice, NOW);
            jobs.advance(job.id(), twice.version() + 1, JobStep.next(Map.of("at", "1"), 1), NOW);
            return twice;
        });
        assertThat(transactions.write(() -> jobs.addFailure(found(job.id()), "third")))
                .hasValue(1);
    }

    @Test
    void a_job_that_was_given_up_keeps_its_cursor_and_can_be_retried_once() {
        var job = queued();
        transactions.write(() -> {
            jobs.claim(job, NOW);
            jobs.advance(job.id(), 1, JobStep.next(Map.of("at", "1"), 1), NOW);
            return job;
        });
        assertThat(transactions.write(() -> jobs.retry(job.id()))).isFalse();
        transactions.write(() -> jobs.addFailure(found(job.id()), "store away"));
        transactions.write(() -> {
            jobs.giveUp(job.id(), found(job.id()).version(), new Title("失败", "Failed"), NOW);
            return job;
        });
        assertThat(found(job.id()).state()).isEqualTo(JobState.FAILED);
        assertThat(transactions.write(() -> jobs.retry(job.id()))).isTrue();
        var again = found(job.id());
        assertThat(again.state()).isEqualTo(JobState.QUEUED);
        assertThat(again.cursor()).containsExactly(Map.entry("at", "1"));
        assertThat(again.failure()).isNull();
        assertThat(transactions.write(() -> jobs.retry(job.id()))).isFalse();
    }

    @Test
    void a_job_whose_input_is_at_fault_is_not_retried() {
        var job = queued();
        transactions.write(() -> {
            jobs.claim(job, NOW);
            jobs.advance(job.id(), 1, JobStep.failed(new Title("列", "Columns")), NOW);
            return job;
        });
        assertThat(transactions.write(() -> jobs.retry(job.id()))).isFalse();
    }

    @Test
    void a_job_whose_work_another_does_by_now_is_not_retried() {
        var key = Ids.next().toString();
        var job = queued(key);
        transactions.write(() -> jobs.addFailure(job, "away"));
        transactions.write(() -> {
            jobs.giveUp(job.id(), 1, new Title("失败", "Failed"), NOW);
            return job;
        });
        queued(key);
        assertThat(transactions.write(() -> jobs.retry(job.id()))).isFalse();
    }

    @Test
    void a_cancelled_job_takes_no_step_and_is_not_cancelled_twice() {
        var job = queued();
        assertThat(transactions.write(() -> jobs.cancel(job.id(), NOW))).isTrue();
        assertThat(transactions.write(() -> jobs.cancel(job.id(), NOW))).isFalse();
        assertThat(finishes(job)).isFalse();
        assertThat(finishes(found(job.id()))).isFalse();
        assertThat(found(job.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    @Tag("CO-83c")
    void finds_the_jobs_that_nobody_would_take_up() {
        var job = queued();
        assertThat(transactions.read(() -> jobs.orphans(TaskScheduler.JOB_TASK, 10_000)))
                .contains(job.id());
        var revived =
                transactions.write(() -> tongban.context().getBean(Jobs.class).revive());
        assertThat(revived).isPositive();
        assertThat(transactions.read(() -> jobs.orphans(TaskScheduler.JOB_TASK, 10_000)))
                .doesNotContain(job.id());
    }
}
