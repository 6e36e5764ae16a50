package org.tongban.core.job;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobRecords;
import org.tongban.core.task.JobRecords.Listed;
import org.tongban.core.task.JobView;
import org.tongban.core.task.Jobs;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** Shows how far jobs are, ends them, and has them go on (CO-75). */
@Controller("/api/platform/v1/jobs")
class JobController {
    private static final String SUBJECT = "platform/job";
    private static final int REJECTIONS_SHOWN = 100;

    private final JobRecords records;
    private final JobLists lists;
    private final Jobs jobs;
    private final AuditTrail audit;

    JobController(JobRecords records, JobLists lists, Jobs jobs, AuditTrail audit) {
        this.records = records;
        this.lists = lists;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** The caller's jobs, newest first; to operators everybody's, in their region. */
    @Get
    @SignedIn
    @Read
    PageOf<JobView> listJobs(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 80) String type,
            @Nullable @QueryValue @Schema(pattern = "^(queued|running|done|failed|cancelled)$") String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        return lists.page(caller, type, state, cursor, limit, language);
    }

    /** The job's state and progress, with the first items it left out. */
    @Get("/{id}")
    @SignedIn
    @Read(owner = JobOwnership.class)
    JobView showJob(UUID id, @Parameter(hidden = true) Language language) {
        var job = records.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        var rejections = records.rejectionsAfter(id, 0, 0, REJECTIONS_SHOWN).stream()
                .map(Listed::rejection)
                .toList();
        return JobView.of(job, rejections, language);
    }

    /** Ends a job once its present step is done; what it did by then stays. */
    @Post("/{id}/cancel")
    @SignedIn
    @Write(action = "platform.job.cancel", owner = JobOwnership.class)
    @Refuses("job-over")
    HttpResponse<JobView> cancelJob(UUID id, @Parameter(hidden = true) Language language) {
        return answer(jobs.cancel(id), language);
    }

    /** Has a job that was given up go on from where it was. */
    @Post("/{id}/retry")
    @SignedIn
    @Write(action = "platform.job.retry", owner = JobOwnership.class)
    @Refuses("job-not-retryable")
    HttpResponse<JobView> retryJob(UUID id, @Parameter(hidden = true) Language language) {
        return answer(jobs.retry(id), language);
    }

    private HttpResponse<JobView> answer(Job job, Language language) {
        audit.record(SUBJECT, job.id(), Map.of("type", job.type(), "done", job.done()));
        return HttpResponse.ok(JobView.of(job, List.of(), language));
    }
}
