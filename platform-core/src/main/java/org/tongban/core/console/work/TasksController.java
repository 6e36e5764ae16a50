package org.tongban.core.console.work;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Faults;
import org.tongban.core.module.CoreModule;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.task.operate.OperateTasks;
import org.tongban.core.task.operate.TaskOwnership;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Write;

/** What runs by a timetable, in the console (CO-47b, CO-48). */
@Hidden
@Controller(value = TasksController.PATH, produces = MediaType.TEXT_HTML)
class TasksController {
    static final String PATH = "/console/tasks";

    static final String DONE = "task-run";

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final TaskPages shown;
    private final OperateTasks tasks;
    private final AuditTrail audit;

    TasksController(ConsolePages pages, ConsoleForms forms, TaskPages shown, OperateTasks tasks, AuditTrail audit) {
        this.pages = pages;
        this.forms = forms;
        this.shown = shown;
        this.tasks = tasks;
        this.audit = audit;
    }

    @Permitted(CoreModule.OPERATE)
    @Get
    HttpResponse<String> consoleTasks(HttpRequest<?> request, Caller caller) {
        return pages.answer(request, shown.list(request, caller, Faults.none()));
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Read(owner = TaskOwnership.class)
    @Get("/{id}")
    HttpResponse<String> consoleTask(HttpRequest<?> request, String id) {
        return pages.answer(request, shown.one(request, id));
    }

    @Permitted(CoreModule.OPERATE)
    @AnyParameters
    @Write(action = "platform.task.run", owner = TaskOwnership.class, idempotent = false)
    @Post(value = "/{id}/run-now", consumes = MediaType.ALL)
    HttpResponse<?> consoleRunTask(HttpRequest<?> request, Caller caller, String id, @Body @Checked FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        Redraw.with(request, refusal -> shown.list(request, caller, Faults.of(refusal, language, pointer -> null)));
        var run = tasks.run(id, language);
        audit.record(run.auditSubject(), run.auditId(), run.auditDigest());
        return ConsolePages.seeOther(request, PATH, Map.of("done", DONE));
    }
}
