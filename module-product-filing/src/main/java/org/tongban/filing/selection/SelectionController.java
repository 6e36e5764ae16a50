package org.tongban.filing.selection;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobView;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.round.NationalRounds;
import org.tongban.filing.scorecard.Scorecards;
import org.tongban.filing.selection.ResultViews.ResultView;
import org.tongban.filing.selection.RunViews.NewRun;
import org.tongban.filing.selection.RunViews.RunView;

/** How staff of the whole country take a round's products, measure them and decide by the result (PF-50). */
@Controller("/api/product-filing/v1")
@Tag(name = "recognition")
class SelectionController {
    private final RunRepository runs;
    private final Scorecards scorecards;
    private final StartIntake startIntake;
    private final StartRun startRun;
    private final StartDeciding startDeciding;

    SelectionController(
            RunRepository runs,
            Scorecards scorecards,
            StartIntake startIntake,
            StartRun startRun,
            StartDeciding startDeciding) {
        this.runs = runs;
        this.scorecards = scorecards;
        this.startIntake = startIntake;
        this.startRun = startRun;
        this.startDeciding = startDeciding;
    }

    @Status(HttpStatus.ACCEPTED)
    @Post("/rounds/{year}/intake")
    @Write(action = "product-filing.round.take", owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "将产品纳入年度认定", description = "纳入按期备案或更新且参与认定的产品；可重复进行，只纳入新增的。进度见任务。")
    @Refuses("invalid-input")
    HttpResponse<JobView> takeProducts(
            @PathVariable @Schema(example = "2027") String year,
            Caller caller,
            @Parameter(hidden = true) Language language) {
        return accepted(startIntake.start(caller, Integer.parseInt(year)), language);
    }

    @Status(HttpStatus.ACCEPTED)
    @Post("/rounds/{year}/recognition-runs")
    @Write(action = "product-filing.recognition-run.start", owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "按评价表测算候选产品", description = "试算只计数，不留结果；正式测算按产品保留依据和结果。均不改变产品状态。")
    HttpResponse<RunView> startRun(
            @PathVariable @Schema(example = "2027") String year, Caller caller, @Body @Checked NewRun body) {
        var started = startRun.start(caller, Integer.parseInt(year), body.scorecard(), body.dry());
        var run = started.run();
        return HttpResponse.<RunView>accepted()
                .header(HttpHeaders.LOCATION, "/api/product-filing/v1/recognition-runs/" + run.id())
                .body(RunView.of(
                        run,
                        scorecards.of(run.scorecard()),
                        false,
                        started.job().id()));
    }

    @Get("/rounds/{year}/recognition-runs")
    @Read(owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出某年度的测算", description = "最新的在前。")
    PageOf<RunView> listRuns(
            @PathVariable @Schema(example = "2027") String year,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        int round = Integer.parseInt(year);
        var latest = runs.latest(round);
        return Keyset.page(
                runs.ofRound(round, Keyset.before(cursor), limit + 1), limit, Run::id, run -> view(run, latest));
    }

    @Get("/recognition-runs/{id}")
    @Read(owner = RunOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "查看测算", description = "达标数、未达标数和各项指标未达标的产品数。")
    RunView showRun(UUID id) {
        var run = runs.ofId(id).orElseThrow();
        return view(run, runs.latest(run.year()));
    }

    @Get("/recognition-runs/{id}/results")
    @Read(owner = RunOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出测算结果", description = "试算不留结果，列表为空。")
    PageOf<ResultView> listResults(
            UUID id,
            @Nullable @QueryValue Boolean met,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var scorecard = scorecards.of(runs.ofId(id).orElseThrow().scorecard());
        return Keyset.page(
                runs.results(id, met, Keyset.before(cursor), limit + 1),
                limit,
                ResultRow::id,
                row -> ResultView.of(row, scorecard, language));
    }

    @Status(HttpStatus.ACCEPTED)
    @Post("/recognition-runs/{id}/decision")
    @Write(action = "product-filing.recognition-run.decide", owner = RunOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "按测算结果决定", description = "达标的进入公示，专利未公开的暂缓，其余未达标；已逐个决定的不变。进度见任务。")
    @Refuses("run-not-decisive")
    HttpResponse<JobView> decideByRun(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return accepted(startDeciding.start(caller, id), language);
    }

    private RunView view(Run run, Optional<UUID> latest) {
        return RunView.of(run, scorecards.of(run.scorecard()), latest.equals(Optional.of(run.id())), null);
    }

    private static HttpResponse<JobView> accepted(Job job, Language language) {
        return HttpResponse.<JobView>accepted()
                .header(HttpHeaders.LOCATION, "/api/platform/v1/jobs/" + job.id())
                .body(JobView.of(job, List.of(), language));
    }
}
