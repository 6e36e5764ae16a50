package org.tongban.filing.product;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;

/** The way of a filing as a whole, for the module's declaration (PF-80). */
public final class ProductFlow {
    private ProductFlow() {}

    /** Its states and moves. */
    public static StateMachine machine() {
        return new StateMachine(
                "product-filing.product",
                new Title("产品备案", "Product filing"),
                ProductState.DRAFT,
                List.of(ProductState.values()),
                List.of(ProductMove.values()));
    }
}
