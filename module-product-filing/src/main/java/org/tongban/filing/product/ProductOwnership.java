package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.unit.FilingUnits;

/** A filing is its unit's (CO-28). */
@Singleton
public class ProductOwnership implements Ownership {
    private final ProductRepository products;
    private final FilingUnits units;

    ProductOwnership(ProductRepository products, FilingUnits units) {
        this.products = products;
        this.units = units;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        if (organisation == null || !units.admits(caller)) {
            return Optional.empty();
        }
        return lock ? products.lockedVersion(id, organisation) : products.version(id, organisation);
    }
}
