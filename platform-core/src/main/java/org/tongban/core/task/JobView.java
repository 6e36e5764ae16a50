package org.tongban.core.task;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.web.Versioned;

/**
 * A job as who started it sees it.
 *
 * @param failure why it failed
 * @param rejections the first hundred items left out
 */
@Serdeable
public record JobView(
        UUID id,
        String type,
        String state,
        @Nullable Long total,
        long done,
        long rejected,
        @Nullable String failure,
        List<Rejection> rejections,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long version)
        implements Versioned {
    /** An item left out: its line in the input, what stood there, and why. */
    @Serdeable
    public record Rejection(long line, String content, String code, String message) {}

    /** The view of a job just started, or read with its rejections. */
    public static JobView of(Job job, List<JobRejection> rejections, Language language) {
        return new JobView(
                job.id(),
                job.type(),
                job.state().code(),
                job.total(),
                job.done(),
                job.rejected(),
                in(job.failure(), language),
                rejections.stream().map(left -> rejection(left, language)).toList(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.version());
    }

    private static Rejection rejection(JobRejection left, Language language) {
        return new Rejection(
                left.line(), left.content(), left.reason(), left.message().in(language));
    }

    private static @Nullable String in(@Nullable Title title, Language language) {
        return title == null ? null : title.in(language);
    }
}
