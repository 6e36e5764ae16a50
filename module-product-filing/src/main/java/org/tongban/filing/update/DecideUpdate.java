package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.event.Events;
import org.tongban.core.form.Documents;
import org.tongban.core.overview.Matter;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.ProductUpdated;
import org.tongban.filing.ToldDay;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.unit.YearFigures;

/** Carries a decision on an update out: the product has the new figures and is published anew, or it is returned (PF-40). */
@Singleton
class DecideUpdate implements ReviewHandler {
    private final UpdateRepository updates;
    private final FiledProducts products;
    private final UpdateTimes times;
    private final UpdateMatters matters;
    private final YearFigures figures;
    private final UnitNotices notices;
    private final Events events;
    private final BusinessClock clock;

    DecideUpdate(
            UpdateRepository updates,
            FiledProducts products,
            UpdateTimes times,
            UpdateMatters matters,
            YearFigures figures,
            UnitNotices notices,
            Events events,
            BusinessClock clock) {
        this.updates = updates;
        this.products = products;
        this.times = times;
        this.matters = matters;
        this.figures = figures;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ProductFilingModule.UPDATE_REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        var update = updates.lockWithProduct(outcome.subject()).orElseThrow();
        var product = products.of(update.product());
        switch (outcome.decision()) {
            case APPROVE -> approve(update, product, outcome);
            case RETURN -> {
                var returned = update.returned(clock.today(), clock.now());
                updates.store(returned);
                figures.openIfRemarked(update.unit(), update.dataYear(), outcome.remarks());
                var said = Map.of("reason", outcome.reason(), "date", ToldDay.endOf(times.lastDay(returned)));
                tell(UpdateMove.RETURN, product, outcome.submitter(), said);
            }
            case REJECT -> throw new IllegalStateException("an update is returned, never rejected");
        }
    }

    private void approve(ProductUpdate update, Product product, Outcome outcome) {
        var done = update.approved(clock.now());
        updates.store(done);
        var renewal = UpdateDocument.renewal(product, Documents.read(update.document()), update.dataYear());
        var renewed = products.renew(product, renewal, outcome);
        tell(UpdateMove.APPROVE, renewed, outcome.submitter(), Map.of());
        events.publish(
                renewed.id(),
                UpdateMove.APPROVE.requireEvent(new ProductUpdated(
                        renewed.id(),
                        renewed.unit(),
                        products.organisation(renewed).id(),
                        renewed.number(),
                        renewed.name(),
                        done.year(),
                        done.dataYear())));
    }

    @Override
    public void withdrawn(UUID subject) {
        updates.store(updates.lock(subject).orElseThrow().withdrawn(clock.now()));
    }

    @Override
    public void corrected(Correction correction) {
        var update = updates.lockWithProduct(correction.subject()).orElseThrow();
        products.correct(products.of(update.product()), correction.changes());
    }

    @Override
    public Optional<Matter> matter(UUID subject) {
        return updates.lock(subject).map(matters::of);
    }

    /** Who submitted it by a sign-in of another programme is told as well (ID-41). */
    private void tell(UpdateMove move, Product product, UUID submitter, Map<String, String> more) {
        var said = new HashMap<>(more);
        said.put("product", product.name());
        move.message()
                .ifPresent(message -> notices.tell(
                        message, products.organisation(product).id(), submitter, said, UpdateController.PATH));
    }
}
