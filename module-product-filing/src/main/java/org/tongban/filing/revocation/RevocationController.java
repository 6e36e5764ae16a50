package org.tongban.filing.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.tongban.core.module.Language;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.ProductOwnership;
import org.tongban.filing.product.ProductViews.ProductView;
import org.tongban.filing.product.ViewProduct;
import org.tongban.filing.revocation.RevocationViews.RevocationView;

/** Revocations of the unit's own products (PF-35). */
@Controller(RevocationController.PATH)
@Tag(name = "products")
class RevocationController {
    static final String PATH = "/api/product-filing/v1/products/{id}/revocation";
    /** The kind of record that audit records name. */
    static final String RECORD = "product-filing/product";

    private final AskRevocation askRevocation;
    private final ConfirmRevocation confirmRevocation;
    private final RevocationRepository revocations;
    private final ViewProduct viewProduct;
    private final Reviews reviews;

    RevocationController(
            AskRevocation askRevocation,
            ConfirmRevocation confirmRevocation,
            RevocationRepository revocations,
            ViewProduct viewProduct,
            Reviews reviews) {
        this.askRevocation = askRevocation;
        this.confirmRevocation = confirmRevocation;
        this.revocations = revocations;
        this.viewProduct = viewProduct;
        this.reviews = reviews;
    }

    @Get
    @Read(owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看撤销备案申请", description = "最近一次的申请和审核结果。")
    @Refuses({"not-found", "unit-exists"})
    RevocationView showRevocation(UUID id, @Parameter(hidden = true) Language language) {
        return revocations
                .lastOf(id)
                .map(revocation -> RevocationView.of(revocation, reviews, language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Write(action = "product-filing.product.ask-revocation", owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "申请撤销备案", description = "表单 product-filing/revocation@1；审核期间仍为已备案，可在“我的事项”中撤回。")
    @Refuses({"illegal-move", "update-in-review", "id-expired", "verification-required", "unit-exists"})
    HttpResponse<RevocationView> askRevocation(
            UUID id,
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.REVOCATION_FORM) JsonNode document) {
        var asked = askRevocation.ask(caller, id, document);
        return HttpResponse.created(
                RevocationView.of(asked, reviews, language), URI.create(PATH.replace("{id}", id.toString())));
    }

    @Post("/confirmation")
    @Write(action = "product-filing.product.confirm-revocation", owner = ProductOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "确认撤销备案", description = "系统提示关联专利已全部失效或转让后，经单位确认即撤销，无需审核。")
    @Refuses({"illegal-move", "patents-valid", "update-in-review", "verification-required", "unit-exists"})
    HttpResponse<ProductView> confirmRevocation(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(viewProduct.view(confirmRevocation.confirm(caller, id), language));
    }
}
