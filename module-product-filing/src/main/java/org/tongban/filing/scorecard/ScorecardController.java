package org.tongban.filing.scorecard;

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
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
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
import org.tongban.filing.scorecard.ScorecardViews.NewScorecard;
import org.tongban.filing.scorecard.ScorecardViews.ScorecardView;
import org.tongban.filing.scorecard.ScorecardViews.SourceView;

/** The scorecards of rounds, for staff of the whole country (PF-50). */
@Controller("/api/product-filing/v1")
@Tag(name = "recognition")
class ScorecardController {
    private final Scorecards scorecards;
    private final EnterScorecard enterScorecard;

    ScorecardController(Scorecards scorecards, EnterScorecard enterScorecard) {
        this.scorecards = scorecards;
        this.enterScorecard = enterScorecard;
    }

    @Get("/scorecard-sources")
    @Read
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出评价表可用的数据项", description = "产品和单位的数据为数据年度的；专利按测算当日有效的计。")
    List<SourceView> listSources(@Parameter(hidden = true) Language language) {
        return Stream.of(Source.values())
                .map(source -> SourceView.of(source, language))
                .toList();
    }

    @Get("/rounds/{year}/scorecards")
    @Read(owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出某年度的评价表", description = "最新的版本在前。")
    PageOf<ScorecardView> listScorecards(
            @PathVariable @Schema(example = "2027") String year,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                scorecards.ofRound(Integer.parseInt(year), Keyset.before(cursor), limit + 1),
                limit,
                Scorecard::id,
                ScorecardView::of);
    }

    @Status(HttpStatus.CREATED)
    @Post("/rounds/{year}/scorecards")
    @Write(action = "product-filing.scorecard.enter", owner = NationalRounds.class, record = "year")
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "录入评价表的新版本", description = "版本一经录入不再修改；由管理员按现行办法录入指标和基准。")
    HttpResponse<ScorecardView> enterScorecard(
            @PathVariable @Schema(example = "2027") String year, Caller caller, @Body @Checked NewScorecard body) {
        return HttpResponse.created(ScorecardView.of(enterScorecard.enter(caller, Integer.parseInt(year), body)));
    }

    @Get("/scorecards/{id}")
    @Read(owner = ScorecardOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "查看评价表")
    @Refuses("not-found")
    ScorecardView showScorecard(UUID id) {
        return ScorecardView.of(scorecards.of(id));
    }
}
