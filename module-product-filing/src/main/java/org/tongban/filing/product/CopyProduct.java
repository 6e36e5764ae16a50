package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;

/** Begins a filing with what another of the unit says, its year's figures and its files left out (CO-32b). */
@Singleton
class CopyProduct {
    private final CreateProduct createProduct;
    private final ProductRepository products;
    private final ProductDrafts drafts;
    private final Forms forms;
    private final BusinessClock clock;

    CopyProduct(
            CreateProduct createProduct,
            ProductRepository products,
            ProductDrafts drafts,
            Forms forms,
            BusinessClock clock) {
        this.createProduct = createProduct;
        this.products = products;
        this.drafts = drafts;
        this.forms = forms;
        this.clock = clock;
    }

    Product copy(Caller caller, UUID id) {
        var model = products.ofId(id).orElseThrow();
        var draft = createProduct.create(caller);
        for (var part : ProductPart.values()) {
            var document = forms.copy(model.form(part), Documents.read(model.part(part)));
            draft = draft.with(part, Documents.write(document), clock.now());
        }
        products.store(draft);
        drafts.keep(caller, draft);
        return draft;
    }
}
