package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.event.EventHandler;
import org.tongban.filing.PublicStateChanged;

/** Keeps the home page's counters when the public state of a product changes (PF-72). */
@Singleton
class CountPublicStates implements EventHandler<PublicStateChanged> {
    private final PublicProductRepository products;

    CountPublicStates(PublicProductRepository products) {
        this.products = products;
    }

    @Override
    public String subscriber() {
        return "product-filing.count-public-states";
    }

    @Override
    public Class<PublicStateChanged> payload() {
        return PublicStateChanged.class;
    }

    @Override
    public void handle(UUID event, UUID aggregate, PublicStateChanged payload) {
        products.uncount(payload.from(), event);
        products.count(payload.to(), event);
    }
}
