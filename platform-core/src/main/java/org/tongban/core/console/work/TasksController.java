package org.tongban.core.console.work;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.console.Faults;
import org.tongban.core.module.CoreModule;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Page;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.task.operate.OperateTasks;
import org.tongban.core.task.operate.TaskOwnership;
import org.tongban.core.task.operate.TaskViews;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;

/** What runs by a timetable, in the console (CO-47b, CO-48). */
@Hidden
@Controller(value = TasksController.PATH, produces = MediaType.TEXT_HTML)
class TasksController {
    static final String PATH = "/console/tasks";

    private static final String DONE = "task-run";

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final OperateTasks tasks;
    private final Transactions transactions;
    private final AuditTrail audit;

    TasksController(
            ConsolePages pages, ConsoleForms forms, OperateTasks tasks, Transactions transactions, AuditTrail audit) {
        this.pages = pages;
        this.forms = forms;
        this.tasks = tasks;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Permitted(CoreModule.OPERATE)
    @Get
    HttpResponse<String> consoleTasks(HttpRequest<?> request, Caller caller) {
        return pages.answer(request, page(request, caller, Faults.none()));
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Write(action = "platform.task.run", owner = TaskOwnership.class, idempotent = false)
    @Post(value = "/{id}/run-now", consumes = MediaType.ALL)
    HttpResponse<?> consoleRunTask(HttpRequest<?> request, Caller caller, String id, @Body @Checked FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        Redraw.with(request, refusal -> page(request, caller, Faults.of(refusal, language, pointer -> null)));
        var run = tasks.run(id, language);
        audit.record(run.auditSubject(), run.auditId(), run.auditDigest());
        return ConsolePages.seeOther(request, PATH, Map.of("done", DONE));
    }

    private Page page(HttpRequest<?> request, Caller caller, Faults faults) {
        var address = PageAddress.of(request);
        var found = transactions.connected(() -> tasks.all(caller, address.language()));
        var empty = new Empty(pages.text(address, "tasks.empty"), List.of(pages.text(address, "tasks.empty.1")));
        var shown = new WorkShown.TaskList(
                faults.summary(pages.text(address, "tasks.failed")),
                address.value("done").equals(DONE) ? new Notice("info", pages.text(address, "done." + DONE)) : null,
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
                address.to(PATH + "/" + task.id() + "/run-now"));
    }

    private static String date(PageAddress address, @Nullable Instant moment) {
        return moment == null ? "" : Dates.of(moment, address.language());
    }
}
