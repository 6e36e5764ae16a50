package org.tongban.core.console.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.Component.StateTag;

/** What the pages of jobs and of messages show; a part that is null or empty is left out. */
public final class WorkShown {
    private WorkShown() {}

    /** The list of jobs. */
    public record JobList(
            String action,
            String reset,
            List<Hidden> hidden,
            List<Control> filters,
            List<JobRow> rows,
            @Nullable Empty empty,
            @Nullable Pager pager) {}

    /** A job; {@code total} is 0 where nobody knows it. */
    public record JobRow(
            String href,
            String id,
            String title,
            StateTag state,
            String progress,
            long done,
            long total,
            long rejected,
            String created,
            String started,
            String ended,
            String failure) {}

    /** One job with what it left out. */
    public record JobPage(
            JobRow job,
            @Nullable ErrorSummary errors,
            @Nullable Notice notice,
            String refresh,
            String cancel,
            String retry,
            List<Rejection> rejections,
            String csv,
            @Nullable Pager pager) {}

    /** An item that was left out. */
    public record Rejection(long line, String content, String message) {}

    /** The messages that did not arrive. */
    public record MessageList(
            String count,
            @Nullable ErrorSummary errors,
            @Nullable Notice notice,
            List<MessageRow> rows,
            @Nullable Empty empty,
            @Nullable Pager pager) {}

    /** A message; {@code retry} and {@code discard} are where its forms go. */
    public record MessageRow(
            String template,
            String channel,
            String to,
            StateTag state,
            String attempts,
            String reason,
            String created,
            String retry,
            String discard) {}

    /** What runs by a timetable. */
    public record TaskList(
            @Nullable ErrorSummary errors,
            @Nullable Notice notice,
            List<TaskRow> rows,
            @Nullable Empty empty) {}

    /** A task; {@code error} is empty where the last run went well. */
    public record TaskRow(
            String id,
            String title,
            StateTag state,
            String last,
            String next,
            String error,
            String failed,
            String page,
            String run) {}

    /** One task with its runs, the newest first. */
    public record TaskPage(
            TaskRow task,
            String action,
            List<Hidden> hidden,
            Control outcome,
            List<RunRow> runs,
            @Nullable Pager pager) {}

    /** A run of a task; {@code date} is empty but for a daily one. */
    public record RunRow(String started, String ended, String date, StateTag outcome, String node, String error) {}

    /** The events that a subscriber could not take; all of a subscriber's are delivered again by one form. */
    public record EventList(
            String count,
            String replay,
            List<String> subscribers,
            @Nullable ErrorSummary errors,
            @Nullable Notice notice,
            List<EventRow> rows,
            @Nullable Empty empty,
            @Nullable Pager pager) {}

    /** An event; {@code replay} and {@code skip} are where its forms go, {@code field} is the name of the reason. */
    public record EventRow(
            String type,
            String subscriber,
            String aggregate,
            String at,
            String failures,
            String reason,
            String replay,
            String skip,
            String field,
            String typed,
            List<String> faults) {}
}
