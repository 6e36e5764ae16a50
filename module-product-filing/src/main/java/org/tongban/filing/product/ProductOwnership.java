package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A filing is its unit's (CO-28). */
@Singleton
class ProductOwnership implements Ownership {
    private final ProductRepository products;

    ProductOwnership(ProductRepository products) {
        this.products = products;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        if (organisation == null) {
            return Optional.empty();
        }
        return lock ? products.lockedVersion(id, organisation) : products.version(id, organisation);
    }
}
