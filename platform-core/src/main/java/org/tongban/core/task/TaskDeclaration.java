package org.tongban.core.task;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A task that runs once per cluster (CO-48). Its body is the bean of {@link TaskBody} with the same id.
 *
 * @param id {@code module.noun-verb}
 * @param every the time from the end of a run to the start of the next
 * @param dailyAt from when a daily task runs for its day, in Asia/Shanghai; null for one that is not
 */
public record TaskDeclaration(
        String id, Title title, Duration every, @Nullable LocalTime dailyAt) {
    /** A task that comes again so long after its last run. */
    public TaskDeclaration(String id, Title title, Duration every) {
        this(id, title, every, null);
    }

    /** A task that runs once for each business date, from a time of that day on; dates that were missed come first. */
    public static TaskDeclaration daily(String id, Title title, LocalTime at) {
        return new TaskDeclaration(id, title, Duration.ofDays(1), at);
    }
}
