package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.recognition.Recognitions;

/**
 * Takes the revocation by an upheld objection back once that fell in its re-examination (CO-46d): the product stands as it
 * did, unless another objection was upheld meanwhile, which revokes it in its turn.
 */
@Singleton
class OverturnUpheld implements ReviewHandler {
    private final ObjectionRepository objections;
    private final UpholdObjection upholdObjection;
    private final SealObjector sealObjector;
    private final ObjectionNotices notices;
    private final Recognitions recognitions;
    private final FiledProducts products;
    private final BusinessClock clock;

    OverturnUpheld(
            ObjectionRepository objections,
            UpholdObjection upholdObjection,
            SealObjector sealObjector,
            ObjectionNotices notices,
            Recognitions recognitions,
            FiledProducts products,
            BusinessClock clock) {
        this.objections = objections;
        this.upholdObjection = upholdObjection;
        this.sealObjector = sealObjector;
        this.notices = notices;
        this.recognitions = recognitions;
        this.products = products;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ProductFilingModule.OBJECTION_OUTCOME;
    }

    @Override
    public void decided(Outcome outcome) {
        throw new IllegalStateException("it was decided with the objection and stands in no queue");
    }

    @Override
    public void reexamination(UUID subject) {
        recognitions.reexamined();
    }

    @Override
    public void overturned(Outcome fallen) {
        var product =
                products.lock(objections.ofId(fallen.subject()).orElseThrow().product());
        var found = objections.lock(fallen.subject()).orElseThrow();
        var objector = sealObjector.open(found);
        objector.requireTellable(fallen.reason());
        var overturned = found.decided(ObjectionMove.OVERTURN, fallen.reason(), clock.now());
        objections.store(overturned);
        recognitions.restore(found.id());
        objections
                .lockUpheldInVain(product.id())
                .forEach(other -> upholdObjection.uphold(other, product, fallen.reviewer()));
        recognitions.settle(product.id());
        notices.decided(overturned, objector);
    }
}
