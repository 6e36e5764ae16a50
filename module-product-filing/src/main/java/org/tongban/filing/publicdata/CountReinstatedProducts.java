package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.event.EventHandler;
import org.tongban.filing.ProductReinstated;

/** Keeps the home page's counters when a revocation falls (PF-72). */
@Singleton
class CountReinstatedProducts implements EventHandler<ProductReinstated> {
    private final PublicProductRepository products;

    CountReinstatedProducts(PublicProductRepository products) {
        this.products = products;
    }

    @Override
    public String subscriber() {
        return "product-filing.count-reinstated-products";
    }

    @Override
    public Class<ProductReinstated> payload() {
        return ProductReinstated.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, ProductReinstated payload) {
        products.count(PublicState.FILED.code(), event);
    }
}
