package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.FilingActor;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.recognition.Recognitions;

/**
 * Carries a decision on an objection out (PF-61): approved it is upheld, rejected it is not, and rejected before it was taken
 * up it is dismissed. What is not upheld no longer holds a product in publicity (PF-52).
 */
@Singleton
class DecideObjection implements ReviewHandler {
    private final ObjectionRepository objections;
    private final UpholdObjection upholdObjection;
    private final SealObjector sealObjector;
    private final ObjectionNotices notices;
    private final Recognitions recognitions;
    private final FiledProducts products;
    private final BusinessClock clock;

    DecideObjection(
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
        return ProductFilingModule.OBJECTION_REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        // All who change both take the product first.
        var product =
                products.lock(objections.ofId(outcome.subject()).orElseThrow().product());
        var found = objections.lock(outcome.subject()).orElseThrow();
        var move = move(found, outcome);
        move.check(found.state(), FilingActor.REVIEWER);
        var objector = sealObjector.open(found);
        objector.requireTellable(outcome.reason());
        var decided = found.decided(move, outcome.reason(), clock.now());
        objections.store(decided);
        if (decided.state() == ObjectionState.UPHELD) {
            upholdObjection.uphold(decided, product, outcome.reviewer());
        } else {
            recognitions.settle(product.id());
        }
        notices.decided(decided, objector);
    }

    /** What is said of a phone that nobody has proven is to be taken with care; the unit never learns of either. */
    @Override
    public List<Fact> facts(UUID subject) {
        return objections
                .ofId(subject)
                .flatMap(found -> sealObjector.open(found).proof())
                .map(proof -> List.of(new Fact(Objector.Proof.TITLE, proof.title())))
                .orElse(List.of());
    }

    private static ObjectionMove move(Objection found, Outcome outcome) {
        return switch (outcome.decision()) {
            case APPROVE -> ObjectionMove.UPHOLD;
            case REJECT -> found.state() == ObjectionState.RECEIVED ? ObjectionMove.DISMISS : ObjectionMove.REFUSE;
            case RETURN -> throw new IllegalStateException("an objection is not returned");
        };
    }
}
