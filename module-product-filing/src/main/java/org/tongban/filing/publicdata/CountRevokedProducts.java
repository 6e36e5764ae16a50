package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.event.EventHandler;
import org.tongban.filing.ProductRevoked;

/** Keeps the home page's counters when a product is revoked (PF-72). */
@Singleton
class CountRevokedProducts implements EventHandler<ProductRevoked> {
    private final PublicProductRepository products;

    CountRevokedProducts(PublicProductRepository products) {
        this.products = products;
    }

    @Override
    public String subscriber() {
        return "product-filing.count-revoked-products";
    }

    @Override
    public Class<ProductRevoked> payload() {
        return ProductRevoked.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, ProductRevoked payload) {
        products.uncount(PublicState.FILED.code(), event);
    }
}
