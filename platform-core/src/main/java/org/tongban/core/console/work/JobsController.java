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
import java.util.UUID;
import org.tongban.core.console.ConsoleForms;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Faults;
import org.tongban.core.job.JobLists;
import org.tongban.core.job.JobOwnership;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Redraw;
import org.tongban.core.task.Job;
import org.tongban.core.task.Jobs;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** Jobs in the console: imports, syncs, whatever a module declares (CO-47b, CO-75). */
@Hidden
@Controller(value = JobsController.PATH, produces = MediaType.TEXT_HTML)
class JobsController {
    static final String PATH = "/console/jobs";

    private static final String SUBJECT = "platform/job";

    private final ConsolePages pages;
    private final ConsoleForms forms;
    private final JobPages shown;
    private final JobLists lists;
    private final Jobs jobs;
    private final AuditTrail audit;

    JobsController(
            ConsolePages pages, ConsoleForms forms, JobPages shown, JobLists lists, Jobs jobs, AuditTrail audit) {
        this.pages = pages;
        this.forms = forms;
        this.shown = shown;
        this.lists = lists;
        this.jobs = jobs;
        this.audit = audit;
    }

    @SignedIn
    @Get
    HttpResponse<String> consoleJobs(HttpRequest<?> request, Caller caller) {
        return pages.answer(request, shown.list(request, caller));
    }

    @SignedIn
    @AnyParameters
    @Read(owner = JobOwnership.class)
    @Get("/{id}")
    HttpResponse<String> consoleJob(HttpRequest<?> request, UUID id) {
        return pages.answer(request, shown.one(request, id, Faults.none()));
    }

    @SignedIn
    @AnyParameters
    @Read(owner = JobOwnership.class)
    @Get(value = "/{id}/rejections.csv", produces = "text/csv")
    HttpResponse<?> consoleJobRejections(HttpRequest<?> request, UUID id) {
        return lists.download(id, PageAddress.of(request).language());
    }

    @SignedIn
    @AnyParameters
    @Write(action = "platform.job.cancel", owner = JobOwnership.class, idempotent = false)
    @Post(value = "/{id}/cancel", consumes = MediaType.ALL)
    HttpResponse<?> consoleCancelJob(HttpRequest<?> request, UUID id, @Body @Checked FormFields form) {
        begin(request, id, form);
        return done(request, jobs.cancel(id), "job-cancel");
    }

    @SignedIn
    @AnyParameters
    @Write(action = "platform.job.retry", owner = JobOwnership.class, idempotent = false)
    @Post(value = "/{id}/retry", consumes = MediaType.ALL)
    HttpResponse<?> consoleRetryJob(HttpRequest<?> request, UUID id, @Body @Checked FormFields form) {
        begin(request, id, form);
        return done(request, jobs.retry(id), "job-retry");
    }

    private void begin(HttpRequest<?> request, UUID id, FormFields form) {
        forms.require(request, form);
        var language = PageAddress.of(request).language();
        Redraw.with(request, refusal -> shown.one(request, id, Faults.of(refusal, language, pointer -> null)));
    }

    private HttpResponse<?> done(HttpRequest<?> request, Job job, String what) {
        audit.record(SUBJECT, job.id(), Map.of("type", job.type(), "done", job.done()));
        return ConsolePages.seeOther(request, PATH + "/" + job.id(), JobPages.done(what));
    }
}
