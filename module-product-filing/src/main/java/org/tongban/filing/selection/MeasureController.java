package org.tongban.filing.selection;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.recognition.RecognitionStaffOwnership;
import org.tongban.filing.scorecard.Scorecard;
import org.tongban.filing.scorecard.Scorecards;
import org.tongban.filing.selection.ResultViews.CriterionView;
import org.tongban.filing.selection.ResultViews.MeasureView;

/** What staff who decide on one product are told of how it was measured (PF-50). */
@Controller("/api/product-filing/v1/recognitions")
@Tag(name = "recognition")
class MeasureController {
    private final RunRepository runs;
    private final Scorecards scorecards;

    MeasureController(RunRepository runs, Scorecards scorecards) {
        this.runs = runs;
        this.scorecards = scorecards;
    }

    @Get("/{id}/measures")
    @Read(owner = RecognitionStaffOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出产品的各次测算结果", description = "最新的在前，试算不在其中；限全国范围的管理员。")
    @Refuses("not-found")
    PageOf<MeasureView> listMeasures(
            UUID id,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(runs.found(id, Keyset.before(cursor), limit + 1), limit, ResultRow::run, row -> {
            var run = run(row);
            return MeasureView.of(row, run, scorecards.of(run.scorecard()));
        });
    }

    @Get("/{id}/criteria")
    @Read(owner = RecognitionStaffOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出产品最近一次测算的各项指标", description = "各项指标的数值、基准和结果；尚未测算的为空。限全国范围的管理员。")
    @Refuses("not-found")
    List<CriterionView> listCriteria(UUID id) {
        return runs.found(id, Keyset.before(null), 1).stream()
                .flatMap(row -> CriterionView.all(row, scorecard(row)).stream())
                .toList();
    }

    private Run run(ResultRow row) {
        return runs.ofId(row.run()).orElseThrow();
    }

    private Scorecard scorecard(ResultRow row) {
        return scorecards.of(run(row).scorecard());
    }
}
