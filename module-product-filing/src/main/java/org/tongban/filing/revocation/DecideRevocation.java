package org.tongban.filing.revocation;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.overview.Matter;
import org.tongban.core.review.ReviewHandler;
import org.tongban.filing.FilingActor;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.lapse.Lapses;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductMove;
import org.tongban.filing.recognition.Recognitions;
import org.tongban.filing.update.Updates;

/** Carries a decision on a revocation out: revoked, or filed as before (PF-35). */
@Singleton
class DecideRevocation implements ReviewHandler {
    private final RevocationRepository revocations;
    private final FiledProducts products;
    private final Updates updates;
    private final Lapses lapses;
    private final Recognitions recognitions;

    DecideRevocation(
            RevocationRepository revocations,
            FiledProducts products,
            Updates updates,
            Lapses lapses,
            Recognitions recognitions) {
        this.revocations = revocations;
        this.products = products;
        this.updates = updates;
        this.lapses = lapses;
        this.recognitions = recognitions;
    }

    @Override
    public String type() {
        return ProductFilingModule.REVOCATION_REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        var product = product(outcome.subject());
        switch (outcome.decision()) {
            case APPROVE -> {
                recognitions.revokeWithFiling(product.id(), outcome.subject());
                products.revoke(product, ProductMove.APPROVE_REVOCATION, FilingActor.REVIEWER, outcome.submitter());
                lapses.forget(product.id());
                updates.giveUp(product.id());
            }
            case REJECT -> {
                products.move(product, ProductMove.REFUSE_REVOCATION, FilingActor.REVIEWER);
                products.tell(
                        product,
                        ProductMove.REFUSE_REVOCATION,
                        outcome.submitter(),
                        Map.of("product", product.name(), "reason", outcome.reason()));
            }
            case RETURN -> throw new IllegalStateException("a revocation is refused, never returned");
        }
    }

    @Override
    public void withdrawn(UUID subject) {
        products.move(product(subject), ProductMove.WITHDRAW_REVOCATION, FilingActor.UNIT);
    }

    @Override
    public void overturned(Outcome fallen) {
        products.reinstate(product(fallen.subject()));
        recognitions.restoreWithFiling(fallen.subject());
    }

    @Override
    public void reexamination(UUID subject) {
        recognitions.reexamined();
    }

    @Override
    public Optional<Matter> matter(UUID subject) {
        return products.matter(revocation(subject).product());
    }

    private Product product(UUID subject) {
        return products.lock(revocation(subject).product());
    }

    private Revocation revocation(UUID subject) {
        return revocations.ofId(subject).orElseThrow();
    }
}
