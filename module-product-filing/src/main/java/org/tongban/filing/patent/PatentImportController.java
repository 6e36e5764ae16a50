package org.tongban.filing.patent;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.tongban.core.module.Language;
import org.tongban.core.task.JobView;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;

/** The import of the unit's patents over HTTP (PF-20). */
@Controller("/api/product-filing/v1/patent-imports")
@Tag(name = "patents")
class PatentImportController {
    private final StartPatentImport startPatentImport;
    private final AuditTrail audit;

    PatentImportController(StartPatentImport startPatentImport, AuditTrail audit) {
        this.startPatentImport = startPatentImport;
        this.audit = audit;
    }

    @Status(HttpStatus.ACCEPTED)
    @Post
    @Write(action = "product-filing.patent-import.start")
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "从专利登记数据导入本单位专利", description = "按单位现名和曾用名导入。已在进行时加入原任务。进度见 GET /api/platform/v1/jobs/{id}。")
    @Refuses({"verification-required", "unit-exists"})
    HttpResponse<JobView> importPatents(Caller caller, @Parameter(hidden = true) Language language) {
        var job = startPatentImport.start(caller);
        audit.record("product-filing/patent-import", job.id(), Map.of());
        return HttpResponse.<JobView>accepted()
                .header(HttpHeaders.LOCATION, "/api/platform/v1/jobs/" + job.id())
                .body(JobView.of(job, List.of(), language));
    }
}
