package org.tongban.core.task.operate;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.task.run.TaskRun;
import org.tongban.core.task.run.TaskStanding;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Audited;

/** What leaves the API about tasks (CO-48). */
public final class TaskViews {
    private TaskViews() {}

    /**
     * A task, with its last run and its next.
     *
     * @param every the time between two runs, ISO 8601; of a daily task a day
     * @param dailyAt from when a daily task runs for its day, in Asia/Shanghai
     * @param node the node that runs it now
     * @param failures how many runs failed, one after the other
     * @param lastError the kinds of what went wrong the last time something did; the log has the rest
     * @param nextRunAt of a daily task in business time
     * @param doneThrough the last business date that a daily task is done for
     */
    @Serdeable
    @Schema(name = "Task")
    public record View(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "platform.purge-sessions")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "清理过期会话")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "PT1H")
            String every,

            @Nullable @Schema(example = "03:00") String dailyAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean running,

            @Nullable @Schema(example = "node-1/5f0c2a91") String node,
            @Nullable Instant lastRunAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0")
            int failures,

            @Nullable @Schema(example = "IllegalStateException")
            String lastError,

            @Nullable Instant nextRunAt,
            @Nullable LocalDate doneThrough)
            implements Audited {
        static View of(
                TaskDeclaration task, @Nullable TaskStanding standing, @Nullable TaskRun last, Language language) {
            var daily = task.dailyAt();
            return new View(
                    task.id(),
                    task.title().in(language),
                    task.every().toString(),
                    daily == null ? null : daily.toString(),
                    standing != null && standing.picked(),
                    standing == null ? null : standing.pickedBy(),
                    lastRun(daily, standing, last),
                    standing == null ? null : standing.lastSuccess(),
                    standing == null ? null : standing.lastFailure(),
                    standing == null ? 0 : standing.consecutiveFailures(),
                    standing == null ? null : standing.lastError(),
                    standing == null ? null : next(daily, standing),
                    standing == null ? null : standing.doneThrough());
        }

        /** A daily task is looked at often and runs seldom: its log alone knows when it ran. */
        private static @Nullable Instant lastRun(
                @Nullable LocalTime daily, @Nullable TaskStanding standing, @Nullable TaskRun last) {
            var moments = new ArrayList<Instant>();
            if (last != null) {
                moments.add(last.startedAt());
            }
            if (standing != null && daily == null) {
                Stream.of(Optional.ofNullable(standing.lastSuccess()), Optional.ofNullable(standing.lastFailure()))
                        .flatMap(Optional::stream)
                        .forEach(moments::add);
            }
            return moments.stream().max(Instant::compareTo).orElse(null);
        }

        private static Instant next(@Nullable LocalTime daily, TaskStanding standing) {
            var doneThrough = standing.doneThrough();
            return daily == null || doneThrough == null
                    ? standing.executionTime()
                    : doneThrough
                            .plusDays(1)
                            .atTime(daily)
                            .atZone(BusinessClock.ZONE)
                            .toInstant();
        }

        @Override
        public String auditSubject() {
            return "platform/task";
        }

        /** Tasks are known by their names; the trail wants a number. */
        @Override
        public UUID auditId() {
            return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("task", id);
        }
    }

    /**
     * One run of a task.
     *
     * @param businessDate the date that a daily task ran for
     * @param outcome {@code stopped} where its node ended before it did
     */
    @Serdeable
    @Schema(name = "TaskRun")
    public record RunView(
            UUID id,
            @Nullable LocalDate businessDate,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "node-1/5f0c2a91")
            String node,

            Instant startedAt,
            @Nullable Instant endedAt,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"running", "done", "failed", "stopped"},
                    example = "done")
            String outcome,

            @Nullable @Schema(example = "IllegalStateException")
            String error) {
        static RunView of(TaskRun run) {
            return new RunView(
                    run.id(),
                    run.businessDate(),
                    run.node(),
                    run.startedAt(),
                    run.endedAt(),
                    run.outcome(),
                    run.error());
        }
    }
}
