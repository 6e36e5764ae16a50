package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.event.EventHandler;
import org.tongban.filing.ProductFiled;

/** Keeps the home page's counters (PF-72). */
@Singleton
class CountFiledProducts implements EventHandler<ProductFiled> {
    private final PublicProductRepository products;

    CountFiledProducts(PublicProductRepository products) {
        this.products = products;
    }

    @Override
    public String subscriber() {
        return "product-filing.count-filed-products";
    }

    @Override
    public Class<ProductFiled> payload() {
        return ProductFiled.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, ProductFiled payload) {
        products.count(PublicState.FILED.code(), event);
    }
}
