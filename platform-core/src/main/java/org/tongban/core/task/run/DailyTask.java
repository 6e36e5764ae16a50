package org.tongban.core.task.run;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a daily task is.
 *
 * @param asked the date that somebody wants done before its time
 */
@MappedEntity(value = "daily_task", schema = "core")
record DailyTask(
        @Id String task, LocalDate doneThrough, @Nullable LocalDate asked) {
    /** The last date to be done where the clock alone says that it is this one. */
    LocalDate due(LocalDate byClock) {
        return asked != null && asked.isAfter(byClock) ? asked : byClock;
    }
}
