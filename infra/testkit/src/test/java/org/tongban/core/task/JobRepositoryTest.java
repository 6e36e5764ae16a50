package org.tongban.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final JobRepository jobs;
    private final Transactions transactions;

    JobRepositoryTest(Tongban tongban) {
        jobs = tongban.context().getBean(JobRepository.class);
        transactions = tongban.context().getBean(Transactions.class);
    }

    /** A job that no scheduler knows of. */
    private Job queued() {
        var id = Ids.next();
        return transactions.write(() -> {
            jobs.add(id, "trial.counting", Map.of(), null, null, null, NOW);
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
        assertThat(transactions.read(() -> jobs.rejections(read.id(), 10))).isEmpty();
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
}
