package org.tongban.filing.update;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
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
import org.tongban.filing.update.UpdateViews.Reopening;
import org.tongban.filing.update.UpdateViews.UpdateSummary;

/** What staff see and do of a round's updates (PF-81). */
@Controller("/api/product-filing/v1")
@Tag(name = "rounds")
class UpdateStaffController {
    private final UpdateRepository updates;
    private final ReopenUpdate reopenUpdate;

    UpdateStaffController(UpdateRepository updates, ReopenUpdate reopenUpdate) {
        this.updates = updates;
        this.reopenUpdate = reopenUpdate;
    }

    @Get("/rounds/{year}/updates")
    @Read
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "列出一轮的信息更新", description = "可按状态筛选；限全国范围的管理员，区域管理员所见为空。")
    PageOf<UpdateSummary> listRoundUpdates(
            @PathVariable @Schema(minimum = "2000", maximum = "2099", example = "2027") int year,
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"due", "in-review", "returned", "done", "missed"})
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        List<UpdateRow> rows = caller.reaches(null)
                ? updates.ofRound(year, UpdateState.named(state), Keyset.before(cursor), limit + 1)
                : List.of();
        return Keyset.page(rows, limit, UpdateRow::id, row -> UpdateSummary.of(row, language));
    }

    @Post("/updates/{id}/reopening")
    @Write(action = "product-filing.update.reopen", owner = UpdateStaffOwnership.class)
    @Permitted(ProductFilingModule.MANAGE_ROUNDS)
    @Operation(summary = "重新开放逾期的信息更新", description = "须写明理由和截止日；单位将收到通知。")
    @Refuses("illegal-move")
    HttpResponse<UpdateSummary> reopenUpdate(
            UUID id, @Body @Checked Reopening body, @Parameter(hidden = true) Language language) {
        reopenUpdate.reopen(id, body);
        return HttpResponse.ok(UpdateSummary.of(updates.row(id), language));
    }
}
