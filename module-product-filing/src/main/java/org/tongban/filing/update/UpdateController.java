package org.tongban.filing.update;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
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
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.update.UpdateViews.UpdateSummary;
import org.tongban.filing.update.UpdateViews.UpdateView;

/** The yearly updates of the unit's products (PF-40). */
@Controller(UpdateController.PATH)
@Tag(name = "updates")
class UpdateController {
    static final String PATH = "/api/product-filing/v1/updates";

    private final FilingUnits units;
    private final FiledProducts products;
    private final UpdateRepository updates;
    private final SaveUpdate saveUpdate;
    private final SubmitUpdate submitUpdate;
    private final UpdateTimes times;
    private final Reviews reviews;
    private final BusinessClock clock;

    UpdateController(
            FilingUnits units,
            FiledProducts products,
            UpdateRepository updates,
            SaveUpdate saveUpdate,
            SubmitUpdate submitUpdate,
            UpdateTimes times,
            Reviews reviews,
            BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.updates = updates;
        this.saveUpdate = saveUpdate;
        this.submitUpdate = submitUpdate;
        this.times = times;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "列出本单位产品的信息更新", description = "最新的在前，可按状态筛选：未更新、审核中、不通过、已更新、逾期。")
    @Refuses({"verification-required", "unit-exists"})
    PageOf<UpdateSummary> listUpdates(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"due", "in-review", "returned", "done", "missed"})
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count,
            @Parameter(hidden = true) Language language) {
        var unit = units.verified(caller).id();
        var states = UpdateState.named(state);
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> updates.below(unit, states, edge, most),
                        (edge, most) -> updates.above(unit, states, edge, most),
                        UpdateRow::id,
                        row -> UpdateSummary.of(row, language))
                .counted(count, most -> updates.count(unit, states, most));
    }

    @Get("/{id}")
    @Read(owner = UpdateOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看信息更新", description = "含已备案的产品和专利信息，供确认或修改。")
    UpdateView showUpdate(UUID id, @Parameter(hidden = true) Language language) {
        return view(updates.ofId(id).orElseThrow(), language);
    }

    @Put("/{id}")
    @Write(action = "product-filing.update.edit", owner = UpdateOwnership.class, ifMatch = true)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "保存信息更新草稿", description = "当年度的更新表单；草稿可以不完整。年度数据须重新填写，产品和专利信息可确认未变。")
    @Refuses({
        "form-closed",
        "update-locked",
        "update-window-closed",
        "file-taken",
        "verification-required",
        "unit-exists"
    })
    HttpResponse<UpdateView> saveUpdate(
            UUID id,
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.UPDATE_FORM) CheckedDraft draft) {
        return HttpResponse.ok(view(saveUpdate.save(caller, id, draft), language));
    }

    @Post("/{id}/submission")
    @Write(action = "product-filing.update.submit", owner = UpdateOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "提交信息更新审核", description = "不完整时一次列出全部问题。公众在审核期间仍见已通过的信息。")
    @Refuses({
        "update-not-complete",
        "update-window-closed",
        "form-closed",
        "duplicate-product",
        "illegal-move",
        "file-taken",
        "id-expired",
        "verification-required",
        "unit-exists"
    })
    HttpResponse<UpdateView> submitUpdate(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(submitUpdate.submit(caller, id), language));
    }

    private UpdateView view(ProductUpdate update, Language language) {
        return UpdateView.of(update, products.of(update.product()), times, clock.today(), reviews, language);
    }
}
