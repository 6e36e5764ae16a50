package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;

/** Says as what the public sees a product, if it does. */
@Singleton
public class ShownProducts {
    private static final String PATH = "/api/platform/v1/public/products/";

    private final PublicProductRepository products;
    private final BusinessClock clock;

    ShownProducts(PublicProductRepository products, BusinessClock clock) {
        this.products = products;
        this.clock = clock;
    }

    /**
     * A product that the public sees.
     *
     * @param href where its data is read
     */
    public record Shown(String state, Title title, String href) {}

    /** Empty where it is not public. */
    public Optional<Shown> find(UUID product) {
        return products.ofId(product).map(row -> {
            var state = row.stateOn(clock.today());
            return new Shown(state.code(), state.title(), PATH + product);
        });
    }
}
