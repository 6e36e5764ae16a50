package org.tongban.filing.stage;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.recognition.RecognitionOwnership;
import org.tongban.filing.round.NationalRounds;
import org.tongban.filing.stage.StageViews.AnswerView;
import org.tongban.filing.stage.StageViews.NewAnswer;
import org.tongban.filing.stage.StageViews.NewStage;
import org.tongban.filing.stage.StageViews.StageView;

/** Stages of a round: what staff ask, and what units answer (PF-50). */
@Controller("/api/product-filing/v1")
@Tag(name = "recognition")
class StageController {
    private final StageRepository stages;
    private final OpenStage openStage;
    private final AnswerStage answerStage;
    private final BusinessClock clock;

    StageController(StageRepository stages, OpenStage openStage, AnswerStage answerStage, BusinessClock clock) {
        this.stages = stages;
        this.openStage = openStage;
        this.answerStage = answerStage;
        this.clock = clock;
    }

    @Status(HttpStatus.CREATED)
    @Post("/rounds/{year}/stages")
    @Write(action = "product-filing.stage.open", owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "开设补充信息阶段", description = "请测算达标且尚未决定的产品的单位按期补充信息；单位将收到通知。进度见任务。")
    HttpResponse<StageView> openStage(
            @PathVariable @Schema(example = "2027") String year, Caller caller, @Body @Checked NewStage body) {
        var opened = openStage.open(caller, Integer.parseInt(year), body);
        return HttpResponse.created(StageView.of(opened.stage(), opened.job().id()));
    }

    @Get("/rounds/{year}/stages")
    @Read(owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出某年度的补充信息阶段", description = "最新的在前。")
    PageOf<StageView> listStages(
            @PathVariable @Schema(example = "2027") String year,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                stages.ofRound(Integer.parseInt(year), Keyset.before(cursor), limit + 1),
                limit,
                Stage::id,
                stage -> StageView.of(stage, null));
    }

    @Get("/stages/{id}")
    @Read(owner = StageOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "查看补充信息阶段")
    @Refuses("not-found")
    StageView showStage(UUID id) {
        return StageView.of(stages.stage(id).orElseThrow(), null);
    }

    @Get("/stages/{id}/answers")
    @Read(owner = StageOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出单位补充的信息", description = "尚未答复的也在内。")
    PageOf<AnswerView> listAnswers(
            UUID id,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                stages.ofStage(id, Keyset.before(cursor), limit + 1),
                limit,
                StageAnswer::id,
                answer -> AnswerView.of(answer, clock.today()));
    }

    @Get("/recognitions/{id}/stages")
    @Read(owner = RecognitionOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看需补充的信息", description = "最新的在前，含截止日和已答复的内容。")
    @Refuses("unit-exists")
    List<AnswerView> listAsked(UUID id) {
        return stages.ofRecognition(id).stream()
                .map(answer -> AnswerView.of(answer, clock.today()))
                .toList();
    }

    @Put("/stage-answers/{id}")
    @Write(action = "product-filing.stage.answer", owner = StageAnswerOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "补充信息", description = "截止日当天仍可答复或修改；管理员决定后不再受理。")
    @Refuses({"stage-closed", "file-taken", "verification-required", "unit-exists"})
    HttpResponse<AnswerView> answerStage(UUID id, Caller caller, @Body @Checked NewAnswer body) {
        return HttpResponse.ok(AnswerView.of(answerStage.answer(caller, id, body), clock.today()));
    }
}
