package org.tongban.filing.revocation;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.lapse.Lapse;
import org.tongban.filing.lapse.Lapses;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.revocation.RevocationViews.LapsedView;

/** What staff see to where a unit does not answer (PF-35, CO-83c). */
@Controller("/api/product-filing/v1/lapsed-products")
@Tag(name = "lapsed-products")
class LapseController {
    private final Lapses lapses;
    private final FiledProducts products;

    LapseController(Lapses lapses, FiledProducts products) {
        this.lapses = lapses;
        this.products = products;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.REVIEW)
    @Operation(summary = "列出关联专利全部失效而单位未答复的产品", description = "两次提醒后仍未确认撤销的；区域审核员只见本省。")
    PageOf<LapsedView> listLapsedProducts(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var found = Keyset.page(
                lapses.unanswered(caller.region(), Keyset.before(cursor), limit + 1),
                limit,
                Lapse::product,
                this::view);
        return found;
    }

    private LapsedView view(Lapse lapse) {
        var product = products.of(lapse.product());
        return new LapsedView(
                product.id(),
                product.name(),
                product.number(),
                products.organisation(product).name(),
                lapse.foundOn());
    }
}
