package org.tongban.core.task;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.tongban.core.module.Language;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;

/** Shows how far a job is (CO-75). */
@Controller("/api/platform/v1/jobs")
class JobController {
    private static final int REJECTIONS_SHOWN = 100;

    private final JobRepository jobs;

    JobController(JobRepository jobs) {
        this.jobs = jobs;
    }

    /** The job's state and progress, with the first items it left out. */
    @Get("/{id}")
    @SignedIn
    @Read(owner = JobOwnership.class)
    JobView showJob(UUID id, @Parameter(hidden = true) Language language) {
        var job = jobs.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        return JobView.of(job, jobs.rejections(id, REJECTIONS_SHOWN), language);
    }
}
