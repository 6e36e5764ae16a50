package org.tongban.filing.product;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.ProductViews.HintView;
import org.tongban.filing.product.ProductViews.HintsView;
import org.tongban.filing.product.ProductViews.ProductView;
import org.tongban.filing.product.ProductViews.SummaryView;
import org.tongban.filing.unit.FilingUnits;

/** The unit's filings over HTTP (PF-30 to PF-32). */
@Controller(ProductController.PATH)
@Tag(name = "products")
class ProductController {
    static final String PATH = "/api/product-filing/v1/products";

    private final FilingUnits units;
    private final CreateProduct createProduct;
    private final CopyProduct copyProduct;
    private final SubmitProduct submitProduct;
    private final ProductDrafts drafts;
    private final ProductRepository products;
    private final ProductHints hints;
    private final ViewProduct viewProduct;
    private final AuditTrail audit;

    ProductController(
            FilingUnits units,
            CreateProduct createProduct,
            CopyProduct copyProduct,
            SubmitProduct submitProduct,
            ProductDrafts drafts,
            ProductRepository products,
            ProductHints hints,
            ViewProduct viewProduct,
            AuditTrail audit) {
        this.units = units;
        this.createProduct = createProduct;
        this.copyProduct = copyProduct;
        this.submitProduct = submitProduct;
        this.drafts = drafts;
        this.products = products;
        this.hints = hints;
        this.viewProduct = viewProduct;
        this.audit = audit;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Write(action = "product-filing.product.create")
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "新建产品草稿", description = "产品信息、专利信息、证明材料三部分随后分别保存。")
    @Refuses({"verification-required", "unit-exists"})
    HttpResponse<ProductView> createProduct(Caller caller, @Parameter(hidden = true) Language language) {
        var draft = createProduct.create(caller);
        return HttpResponse.created(view(draft, language), URI.create(PATH + "/" + draft.id()));
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "列出本单位产品", description = "最新的在前，可按状态筛选。")
    @Refuses({"verification-required", "unit-exists"})
    PageOf<SummaryView> listProducts(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "draft",
                                "in-review",
                                "returned",
                                "filed",
                                "revocation-in-review",
                                "revoked"
                            })
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count,
            @Parameter(hidden = true) Language language) {
        var unit = units.verified(caller).id();
        var tab = Optional.ofNullable(state).flatMap(ProductState::of);
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> tab.map(in -> products.belowInState(unit, in, edge, most))
                                .orElseGet(() -> products.below(unit, edge, most)),
                        (edge, most) -> tab.map(in -> products.aboveInState(unit, in, edge, most))
                                .orElseGet(() -> products.above(unit, edge, most)),
                        ProductRow::id,
                        row -> SummaryView.of(row, language))
                .counted(
                        count,
                        most -> tab.map(in -> products.countInState(unit, in, most))
                                .orElseGet(() -> products.count(unit, most)));
    }

    @Get("/{id}")
    @Read(owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看产品", description = "含三部分内容、状态、可做的操作和最近一次审核意见。")
    ProductView showProduct(UUID id, @Parameter(hidden = true) Language language) {
        return view(products.ofId(id).orElseThrow(), language);
    }

    @Status(HttpStatus.NO_CONTENT)
    @Delete("/{id}")
    @Write(action = "product-filing.product.delete", owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "删除产品草稿", description = "仅限从未备案的产品；所附文件一并删除。")
    @Refuses({"illegal-move", "verification-required", "unit-exists"})
    HttpResponse<Void> deleteProduct(UUID id, Caller caller) {
        units.verified(caller);
        drafts.delete(id);
        audit.record(FiledFiles.RECORD, id, Map.of());
        return HttpResponse.noContent();
    }

    @Get("/{id}/hints")
    @Read(owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看提交前的提示", description = "例如名称相近而尚未关联的专利；不妨碍提交。")
    HintsView showProductHints(UUID id, @Parameter(hidden = true) Language language) {
        return new HintsView(hints.of(products.ofId(id).orElseThrow()).stream()
                .map(hint -> HintView.of(hint, language))
                .toList());
    }

    @Post("/{id}/submit")
    @Write(action = "product-filing.product.submit", owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "提交备案审核", description = "不完整时一次列出全部问题，什么也不保存。")
    @Refuses({
        "filing-not-complete",
        "form-closed",
        "duplicate-product",
        "illegal-move",
        "file-taken",
        "id-expired",
        "change-pending",
        "verification-required",
        "unit-exists"
    })
    HttpResponse<ProductView> submitProduct(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(submitProduct.submit(caller, id), language));
    }

    @Status(HttpStatus.CREATED)
    @Post("/{id}/copy")
    @Write(action = "product-filing.product.create", owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "以已有产品新建草稿", description = "当年数据、声明和文件留空，其余内容照抄，仍须核对后提交。")
    @Refuses({"verification-required", "unit-exists"})
    HttpResponse<ProductView> copyProduct(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        var draft = copyProduct.copy(caller, id);
        return HttpResponse.created(view(draft, language), URI.create(PATH + "/" + draft.id()));
    }

    private ProductView view(Product product, Language language) {
        return viewProduct.view(product, language);
    }
}
