package org.tongban.filing.product;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.form.FormUpgradeView;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.ProductViews.PartView;
import org.tongban.filing.product.ProductViews.ProductView;

/** What a unit writes into its drafts: the three parts of a filing (PF-30 to PF-33). */
@Controller(ProductController.PATH)
@Tag(name = "products")
class PartController {
    private final SaveDraft saveDraft;
    private final ConfirmFigures confirmFigures;
    private final UpgradeDraft upgradeDraft;
    private final ProductRepository products;
    private final ViewProduct viewProduct;

    PartController(
            SaveDraft saveDraft,
            ConfirmFigures confirmFigures,
            UpgradeDraft upgradeDraft,
            ProductRepository products,
            ViewProduct viewProduct) {
        this.saveDraft = saveDraft;
        this.confirmFigures = confirmFigures;
        this.upgradeDraft = upgradeDraft;
        this.products = products;
        this.viewProduct = viewProduct;
    }

    @Get("/{id}/product")
    @Read(owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看产品信息部分")
    PartView showProductPart(UUID id) {
        return part(id, ProductPart.PRODUCT);
    }

    @Put("/{id}/product")
    @Write(action = "product-filing.product.edit", owner = ProductOwnership.class, ifMatch = true)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "保存产品信息草稿", description = "表单 product-filing/product@1；草稿可以不完整。")
    @Refuses({"form-closed", "locked", "file-taken", "verification-required", "unit-exists"})
    HttpResponse<PartView> saveProductPart(
            UUID id, Caller caller, @Body @Checked(form = ProductFilingModule.PRODUCT_FORM) CheckedDraft draft) {
        return saved(caller, id, ProductPart.PRODUCT, draft);
    }

    @Get("/{id}/patents")
    @Read(owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看专利信息部分")
    PartView showPatentsPart(UUID id) {
        return part(id, ProductPart.PATENTS);
    }

    @Put("/{id}/patents")
    @Write(action = "product-filing.product.edit", owner = ProductOwnership.class, ifMatch = true)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "保存专利信息草稿", description = "表单 product-filing/linked-patents@1；草稿可以不完整。")
    @Refuses({"form-closed", "locked", "file-taken", "verification-required", "unit-exists"})
    HttpResponse<PartView> savePatentsPart(
            UUID id, Caller caller, @Body @Checked(form = ProductFilingModule.PATENTS_FORM) CheckedDraft draft) {
        return saved(caller, id, ProductPart.PATENTS, draft);
    }

    @Get("/{id}/evidence")
    @Read(owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看证明材料部分")
    PartView showEvidencePart(UUID id) {
        return part(id, ProductPart.EVIDENCE);
    }

    @Put("/{id}/evidence")
    @Write(action = "product-filing.product.edit", owner = ProductOwnership.class, ifMatch = true)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "保存证明材料草稿", description = "表单 product-filing/evidence@1；草稿可以不完整。")
    @Refuses({"form-closed", "locked", "file-taken", "verification-required", "unit-exists"})
    HttpResponse<PartView> saveEvidencePart(
            UUID id, Caller caller, @Body @Checked(form = ProductFilingModule.EVIDENCE_FORM) CheckedDraft draft) {
        return saved(caller, id, ProductPart.EVIDENCE, draft);
    }

    @Post("/{id}/figures-confirmation")
    @Write(action = "product-filing.product.edit", owner = ProductOwnership.class, ifMatch = true)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "确认数据仍适用于现数据年度", description = "跨年后草稿保留原数据，核对后须确认方可提交。")
    @Refuses({"locked", "verification-required", "unit-exists"})
    HttpResponse<ProductView> confirmProductFigures(
            UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(viewProduct.view(confirmFigures.confirm(caller, id), language));
    }

    @Get("/{id}/upgrade")
    @Read(owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看草稿换用新版表单的结果", description = "列出有新版表单的部分、换版后的内容和不再适用之处；不作保存。")
    Map<String, FormUpgradeView> showProductUpgrade(UUID id, @Parameter(hidden = true) Language language) {
        return upgradeDraft.look(products.ofId(id).orElseThrow()).entrySet().stream()
                .collect(Collectors.toMap(
                        upgrade -> upgrade.getKey().code(),
                        upgrade -> FormUpgradeView.of(upgrade.getValue(), language)));
    }

    @Post("/{id}/upgrade")
    @Write(action = "product-filing.product.edit", owner = ProductOwnership.class, ifMatch = true)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "草稿换用新版表单")
    @Refuses({"locked", "file-taken", "verification-required", "unit-exists"})
    HttpResponse<ProductView> upgradeProduct(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(viewProduct.view(upgradeDraft.move(caller, id), language));
    }

    private PartView part(UUID id, ProductPart part) {
        return PartView.of(products.ofId(id).orElseThrow(), part);
    }

    private HttpResponse<PartView> saved(Caller caller, UUID id, ProductPart part, CheckedDraft draft) {
        return HttpResponse.ok(PartView.of(saveDraft.save(caller, id, part, draft), part));
    }
}
