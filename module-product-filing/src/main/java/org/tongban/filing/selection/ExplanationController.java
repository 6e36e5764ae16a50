package org.tongban.filing.selection;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.recognition.RecognitionOwnership;
import org.tongban.filing.scorecard.Scorecards;
import org.tongban.filing.selection.ResultViews.ExplanationView;

/** Explains to a unit what its product was decided by (PF-50). */
@Controller("/api/product-filing/v1/recognitions")
@Tag(name = "recognition")
class ExplanationController {
    private final RunRepository runs;
    private final Scorecards scorecards;

    ExplanationController(RunRepository runs, Scorecards scorecards) {
        this.runs = runs;
        this.scorecards = scorecards;
    }

    @Get("/{id}/explanation")
    @Read(owner = RecognitionOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看评价结果的依据", description = "决定所依据的评价表版本、各项指标的数值、基准和结果。尚未按测算决定的没有。")
    @Refuses({"not-explained", "unit-exists"})
    ExplanationView explainRecognition(UUID id) {
        return runs.decisive(id)
                .map(row -> ExplanationView.of(
                        row, scorecards.of(runs.ofId(row.run()).orElseThrow().scorecard())))
                .orElseThrow(() -> DomainException.of(FilingError.NOT_EXPLAINED));
    }
}
