package org.tongban.core.task.run;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands (CO-48).
 *
 * @param picked whether it runs now
 * @param pickedBy the node that has it
 * @param consecutiveFailures how many runs failed, one after the other
 * @param doneThrough the last business date that a daily task is done for
 * @param lastError of the last run that failed and is still in the log
 */
@MappedEntity(value = "scheduled_task", schema = "core")
public record TaskStanding(
        @Id String taskName,
        Instant executionTime,
        boolean picked,
        @Nullable String pickedBy,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int consecutiveFailures,
        @Nullable LocalDate doneThrough,
        @Nullable String lastError) {}
