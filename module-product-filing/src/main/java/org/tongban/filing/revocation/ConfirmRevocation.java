package org.tongban.filing.revocation;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.lapse.Lapses;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductMove;
import org.tongban.filing.recognition.Recognitions;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.update.Updates;

/** Revokes a product without a review, as its unit confirms that no linked patent is valid any more (PF-35). */
@Singleton
class ConfirmRevocation {
    private final FilingUnits units;
    private final FiledProducts products;
    private final Updates updates;
    private final Lapses lapses;
    private final Recognitions recognitions;
    private final BusinessClock clock;

    ConfirmRevocation(
            FilingUnits units,
            FiledProducts products,
            Updates updates,
            Lapses lapses,
            Recognitions recognitions,
            BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.updates = updates;
        this.lapses = lapses;
        this.recognitions = recognitions;
        this.clock = clock;
    }

    /** @throws DomainException {@code patents-valid} where nobody asked, or a patent is valid again since */
    Product confirm(Caller caller, UUID id) {
        units.verified(caller);
        var product = products.lock(id);
        ProductMove.CONFIRM_REVOCATION.check(product.state(), FilingActor.UNIT);
        updates.requireNoneInReview(id);
        if (lapses.of(id).isEmpty() || !lapses.isWithout(id, clock.today())) {
            throw DomainException.of(FilingError.PATENTS_VALID);
        }
        recognitions.revokeWithFiling(id, id);
        var revoked = products.revoke(product, ProductMove.CONFIRM_REVOCATION, FilingActor.UNIT, caller.account());
        lapses.forget(id);
        updates.giveUp(id);
        return revoked;
    }
}
