package org.tongban.core.console.work;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.console.Faults;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.task.operate.OperateTasks;
import org.tongban.core.task.operate.TaskViews;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Transactions;

/** Makes the pages of what runs by a timetable, and of its log (CO-47b, CO-48). */
@Singleton
class TaskPages {
    private static final List<String> OUTCOMES = List.of("running", "done", "failed", "stopped");

    private final ConsolePages pages;
    private final OperateTasks tasks;
    private final Transactions transactions;

    TaskPages(ConsolePages pages, OperateTasks tasks, Transactions transactions) {
        this.pages = pages;
        this.tasks = tasks;
        this.transactions = transactions;
    }

    Page list(HttpRequest<?> request, Caller caller, Faults faults) {
        var address = PageAddress.of(request);
        var found = transactions.connected(() -> tasks.all(caller, address.language()));
        var empty = new Empty(pages.text(address, "tasks.empty"), List.of(pages.text(address, "tasks.empty.1")));
        var shown = new WorkShown.TaskList(
                faults.summary(pages.text(address, "tasks.failed")),
                address.value("done").equals(TasksController.DONE)
                        ? new Notice("info", pages.text(address, "done." + TasksController.DONE))
                        : null,
                found.stream().map(task -> row(address, task)).toList(),
                found.isEmpty() ? empty : null);
        return pages.page(request, "tasks", pages.text(address, "tasks.title"), List.of(), shown);
    }

    private WorkShown.TaskRow row(PageAddress address, TaskViews.View task) {
        var state = task.running() ? "running" : task.failures() > 0 ? "failed" : "done";
        var error = task.lastError();
        return new WorkShown.TaskRow(
                task.id(),
                task.title(),
                new StateTag(state, pages.text(address, "task-state." + state)),
                date(address, task.lastRunAt()),
                date(address, task.nextRunAt()),
                error == null ? "" : error,
                error == null ? "" : date(address, task.lastFailureAt()),
                address.to(TasksController.PATH + "/" + task.id()),
                address.to(TasksController.PATH + "/" + task.id() + "/run-now"));
    }

    private static String date(PageAddress address, @Nullable Instant moment) {
        return moment == null ? "" : Dates.of(moment, address.language());
    }

    Page one(HttpRequest<?> request, String id) {
        var address = PageAddress.of(request);
        var task = row(address, tasks.one(id, address.language()));
        var outcome = OUTCOMES.contains(address.value("outcome")) ? address.value("outcome") : null;
        var runs = tasks.runs(id, outcome, Lists.cursor(address), Lists.ROWS);
        var shown = new WorkShown.TaskPage(
                task,
                task.page(),
                address.lang().isEmpty() ? List.of() : List.of(new Hidden("lang", address.lang())),
                outcomes(address, outcome),
                runs.items().stream().map(run -> run(address, run)).toList(),
                Lists.pager(address, TasksController.PATH + "/" + id, runs));
        var above = List.of(new Crumb(pages.text(address, "tasks.title"), address.to(TasksController.PATH)));
        return pages.page(request, "task", task.title(), above, shown);
    }

    private Control outcomes(PageAddress address, @Nullable String chosen) {
        var options = new ArrayList<Option>();
        options.add(new Option("", pages.text(address, "filter.all"), chosen == null));
        OUTCOMES.forEach(outcome ->
                options.add(new Option(outcome, pages.text(address, "run-state." + outcome), outcome.equals(chosen))));
        return new Control("outcome", "outcome", pages.text(address, "runs.outcome"), "", options);
    }

    private WorkShown.RunRow run(PageAddress address, TaskViews.RunView run) {
        var date = run.businessDate();
        return new WorkShown.RunRow(
                Dates.of(run.startedAt(), address.language()),
                date(address, run.endedAt()),
                date == null ? "" : date.toString(),
                new StateTag(run.outcome(), pages.text(address, "run-state." + run.outcome())),
                run.node(),
                run.error() == null ? "" : run.error());
    }
}
