package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.filing.unit.FilingUnits;

/** Takes a draft's figures for those of the present data year, as its unit has looked at them again (PF-31). */
@Singleton
class ConfirmFigures {
    private final FilingUnits units;
    private final ProductRepository products;
    private final ProductDrafts drafts;
    private final BusinessClock clock;

    ConfirmFigures(FilingUnits units, ProductRepository products, ProductDrafts drafts, BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A draft whose figures are of that year, or that has none, stays as it is. */
    Product confirm(Caller caller, UUID id) {
        units.verified(caller);
        var before = products.lock(id).orElseThrow();
        before.requireEditable();
        if (!before.isStaleOn(clock.today())) {
            return before;
        }
        var after = before.with(ProductPart.PRODUCT, before.product(), clock.now())
                .withFigures(DataYears.on(clock.today()));
        products.store(after);
        drafts.keep(caller, after);
        return after;
    }
}
