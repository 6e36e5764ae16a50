package org.tongban.core.task;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.trial.Rows;

/** Makes jobs as they stand at some moment, and takes their steps by hand. */
public final class TestJobs {
    /** A kind that no module declares, so that no runner takes a step. */
    public static final String TYPE = "absent.kind";

    private final Tongban tongban;
    private final JobRepository jobs;
    private final Transactions transactions;
    private final DatabaseClock clock;

    public TestJobs(Tongban tongban) {
        this.tongban = tongban;
        jobs = tongban.context().getBean(JobRepository.class);
        transactions = tongban.context().getBean(Transactions.class);
        clock = tongban.context().getBean(DatabaseClock.class);
    }

    /** A queued job that nobody carries on. */
    public UUID queued(@Nullable UUID viewer, @Nullable String region) {
        return queued(TYPE, viewer, region);
    }

    /** The same of a kind. */
    public UUID queued(String type, @Nullable UUID viewer, @Nullable String region) {
        var id = Ids.next();
        return transactions.write(() -> {
            jobs.add(id, type, Map.of(), null, viewer, region, clock.now());
            if (viewer != null) {
                jobs.addViewer(id, viewer);
            }
            return id;
        });
    }

    /** One step more, of one item. */
    public void advance(UUID id) {
        step(id, JobStep.next(Map.of("at", "1"), 1));
    }

    /** The last step. */
    public void finish(UUID id) {
        step(id, JobStep.finished(1));
    }

    /** A step that left items out: a line of each text, all of them wrong for the same reason. */
    public void reject(UUID id, List<String> contents) {
        var message = new Title("有误", "=Wrong");
        step(
                id,
                JobStep.next(Map.of(), contents.size())
                        .rejecting(IntStream.range(0, contents.size())
                                .mapToObj(i -> new JobRejection(2L + i, contents.get(i), "wrong", message))
                                .toList()));
    }

    /** As after a step that failed too often. */
    public void giveUp(UUID id) {
        transactions.write(() -> {
            jobs.addFailure(job(id), "away");
            jobs.giveUp(id, job(id).version(), new Title("失败", "Failed"), clock.now());
            return id;
        });
    }

    /** As a node leaves it that was killed within a step: taken, and without a sign of life for long. */
    public void leaveToDeadNode(UUID id) {
        try (var connection = Rows.connect(tongban);
                var statement = connection.prepareStatement("""
                    insert into core.scheduled_task
                        (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                    values (?, ?, ?, true, 'a node that died', ?, 1)\
                    """)) {
            var before = Timestamp.from(clock.now().minusSeconds(3_600));
            statement.setString(1, TaskScheduler.JOB_TASK);
            statement.setString(2, id.toString());
            statement.setTimestamp(3, before);
            statement.setTimestamp(4, before);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Job job(UUID id) {
        return jobs.find(id).orElseThrow();
    }

    private void step(UUID id, JobStep step) {
        transactions.write(() -> {
            var job = job(id);
            jobs.claim(job, clock.now());
            jobs.advance(id, job.version() + 1, step, clock.now());
            return id;
        });
    }
}
