package org.tongban.core.job;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.task.JobView;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;

/** What a job left out: as a list, and whole as a file (CO-75). */
@Controller("/api/platform/v1/jobs/{id}")
class JobRejectionController {
    private final JobLists lists;

    JobRejectionController(JobLists lists) {
        this.lists = lists;
    }

    /** The items that a job left out, in the order of its input. */
    @Get("/rejections")
    @SignedIn
    @Read(owner = JobOwnership.class)
    PageOf<JobView.Rejection> listJobRejections(
            UUID id,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        return lists.rejections(id, cursor, limit, language);
    }

    /** All items that a job left out as a CSV file, texts in the language asked for. */
    @Get(value = "/rejections.csv", produces = JobLists.CSV)
    @SignedIn
    @Read(owner = JobOwnership.class)
    HttpResponse<StreamedFile> downloadJobRejections(UUID id, @Parameter(hidden = true) Language language) {
        return lists.download(id, language);
    }
}
