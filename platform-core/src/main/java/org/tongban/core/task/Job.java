package org.tongban.core.task;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A job as it stood when it was read (CO-75, PF-20).
 *
 * @param type the {@link JobType}'s id
 * @param parameters what it was started with
 * @param cursor where the next step begins, as the last one left it; empty before the first
 * @param total how many items there are, once it is known
 * @param done items dealt with, the rejected among them
 * @param failure why it failed, in words for who started it
 * @param version counts the steps taken
 */
public record Job(
        UUID id,
        String type,
        JobState state,
        Map<String, String> parameters,
        Map<String, String> cursor,
        @Nullable Long total,
        long done,
        long rejected,
        @Nullable Title failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long version) {
    /** A parameter that the job cannot be without. */
    public String parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new IllegalStateException("job %s has no parameter %s".formatted(id, name)));
    }

    /** A number of the cursor; {@code otherwise} before the first step. */
    public long cursor(String name, long otherwise) {
        var value = cursor.get(name);
        return value == null ? otherwise : Long.parseLong(value);
    }
}
