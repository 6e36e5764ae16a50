package org.tongban.filing.round;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.round.RoundViews.RoundDates;
import org.tongban.filing.round.RoundViews.RoundView;

/** The dates of the rounds: everybody reads them, staff give them (PF-40). */
@Controller("/api/product-filing/v1/rounds")
@Tag(name = "rounds")
class RoundController {
    private final Rounds rounds;
    private final EditRound editRound;
    private final BusinessClock clock;

    RoundController(Rounds rounds, EditRound editRound, BusinessClock clock) {
        this.rounds = rounds;
        this.editRound = editRound;
        this.clock = clock;
    }

    @Get
    @Open
    @Read
    @Operation(summary = "查看当前年度安排", description = "正在开放的一轮；未开放时为下一轮。")
    RoundView showCurrentRound() {
        return RoundView.of(rounds.openOrNext(clock.today()), clock.today());
    }

    @Get("/years")
    @Read
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出各年度安排", description = "今年、明年和已有安排的年度，最新的在前。")
    List<RoundView> listRounds() {
        var today = clock.today();
        return rounds.known(today).stream()
                .map(round -> RoundView.of(round, today))
                .toList();
    }

    @Get("/{year}")
    @Open
    @Read
    @Operation(summary = "查看某年度安排", description = "信息更新的开放日和截止日、当年认定的备案截止日、数据年度。")
    @Refuses("not-found")
    RoundView showRound(@PathVariable @Schema(minimum = "2000", maximum = "2099", example = "2027") int year) {
        if (year < EditRound.FIRST_YEAR || year > EditRound.LAST_YEAR) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return RoundView.of(rounds.of(year), clock.today());
    }

    @Put("/{year}")
    @Write(
            action = "product-filing.round.edit",
            owner = NationalRounds.class,
            record = "year",
            ifMatch = true,
            idempotent = false)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "调整某年度安排", description = "只能为今年、明年或已有安排的年度；日期须在该年度内；更新开始后数据年度不能再改。")
    @Refuses("not-found")
    HttpResponse<RoundView> editRound(
            @PathVariable @Schema(example = "2027") String year, @Body @Checked RoundDates body) {
        return HttpResponse.ok(RoundView.of(editRound.edit(Integer.parseInt(year), body), clock.today()));
    }
}
