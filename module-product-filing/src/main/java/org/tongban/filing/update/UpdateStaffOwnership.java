package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.product.FiledProducts;

/** Staff who are bound to a province reach the updates of its units (CO-28). */
@Singleton
class UpdateStaffOwnership implements Ownership {
    private final UpdateRepository updates;
    private final FiledProducts products;

    UpdateStaffOwnership(UpdateRepository updates, FiledProducts products) {
        this.updates = updates;
        this.products = products;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return (lock ? updates.lockWithProduct(id) : updates.ofId(id))
                .filter(update -> caller.reaches(
                        products.organisation(products.of(update.product())).region()))
                .map(ProductUpdate::version);
    }
}
