package org.tongban.core.task.run;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task (CO-48).
 *
 * @param businessDate the date that a daily task ran for
 * @param node where it ran
 * @param outcome {@code running}, {@code done}, {@code failed}, or {@code stopped} where its node did not end it
 * @param error the kinds of what went wrong
 */
@MappedEntity(value = "task_run", schema = "core")
public record TaskRun(
        @Id UUID id,
        String task,
        @Nullable LocalDate businessDate,
        String node,
        Instant startedAt,
        @Nullable Instant endedAt,
        String outcome,
        @Nullable String error) {
    static final String COLUMNS = "id, task, business_date, node, started_at, ended_at, outcome, error ";
}
