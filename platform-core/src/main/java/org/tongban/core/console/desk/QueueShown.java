package org.tongban.core.console.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.Component.StateTag;

/** What the page of the queue shows; a part that is null is left out. */
public record QueueShown(
        String action,
        String reset,
        List<Hidden> hidden,
        List<Control> filters,
        @Nullable ErrorSummary errors,
        @Nullable Notice notice,
        String count,
        List<Row> rows,
        @Nullable Empty empty,
        @Nullable Pager pager,
        @Nullable Batch batch) {
    /** A case; {@code tick} is the name of its box, empty where the reader may not decide it now. */
    public record Row(
            String href,
            String number,
            String title,
            String type,
            String step,
            String region,
            StateTag state,
            String submitted,
            Due.Shown due,
            boolean asked,
            String tick,
            boolean ticked) {}

    /** The decision on all cases that are ticked. */
    public record Batch(
            String action,
            List<Option> decisions,
            String reason,
            boolean gone,
            List<FailedPoint> points,
            List<String> decisionErrors,
            List<String> reasonErrors) {}

    /** A point of a checklist that may be said not to be met. */
    public record FailedPoint(String name, String title, boolean failed) {}

    /** What came of a batch. */
    public record Outcome(String summary, List<Result> results, String back) {}

    /** What came of one decision; {@code why} is empty where it was carried out. */
    public record Result(String href, String number, StateTag state, boolean done, List<String> why) {}
}
