package org.tongban.core.task;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * What one step of a job came to.
 *
 * @param cursor where the next step begins
 * @param done items dealt with in this step, the rejected among them
 * @param total how many items there are in all, where this step learnt it
 * @param finished whether no step follows
 * @param failure why the job cannot be done, for who started it; no step follows
 */
public record JobStep(
        Map<String, String> cursor,
        long done,
        List<JobRejection> rejections,
        @Nullable Long total,
        boolean finished,
        @Nullable Title failure) {
    public JobStep {
        cursor = Map.copyOf(cursor);
        rejections = List.copyOf(rejections);
    }

    /** A step after which another follows. */
    public static JobStep next(Map<String, String> cursor, long done) {
        return new JobStep(cursor, done, List.of(), null, false, null);
    }

    /** The last step. */
    public static JobStep finished(long done) {
        return new JobStep(Map.of(), done, List.of(), null, true, null);
    }

    /** The end of a job that its input or its parameters make impossible; what earlier steps did stays. */
    public static JobStep failed(Title reason) {
        return new JobStep(Map.of(), 0, List.of(), null, true, reason);
    }

    /** The same step with the items it left out. */
    public JobStep rejecting(List<JobRejection> left) {
        return new JobStep(cursor, done, left, total, finished, failure);
    }

    /** The same step with the number of all items. */
    public JobStep withTotal(long items) {
        return new JobStep(cursor, done, rejections, items, finished, failure);
    }
}
