package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.event.Events;
import org.tongban.core.overview.Matter;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.unit.YearFigures;

/** Carries a decision on a filing out: filed and published, or returned (PF-34). */
@Singleton
class DecideFiling implements ReviewHandler {
    private final ProductRepository products;
    private final FiledProducts filedProducts;
    private final FilingUnits units;
    private final YearFigures figures;
    private final OrganisationDirectory organisations;
    private final Submissions submissions;
    private final PublishProduct publishProduct;
    private final UnitNotices notices;
    private final ProductMatters matters;
    private final Events events;
    private final BusinessClock clock;

    DecideFiling(
            ProductRepository products,
            FiledProducts filedProducts,
            FilingUnits units,
            YearFigures figures,
            OrganisationDirectory organisations,
            Submissions submissions,
            PublishProduct publishProduct,
            UnitNotices notices,
            ProductMatters matters,
            Events events,
            BusinessClock clock) {
        this.products = products;
        this.filedProducts = filedProducts;
        this.units = units;
        this.figures = figures;
        this.organisations = organisations;
        this.submissions = submissions;
        this.publishProduct = publishProduct;
        this.notices = notices;
        this.matters = matters;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ProductFilingModule.FILING_REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        var product = products.lock(outcome.subject()).orElseThrow();
        var unit = units.of(product.unit());
        switch (outcome.decision()) {
            case APPROVE -> file(product.approved(outcome.caseNumber(), clock.today(), clock.now()), unit, outcome);
            case RETURN -> handBack(product.returned(clock.now()), unit, outcome);
            case REJECT -> throw new IllegalStateException("a filing is returned, never rejected");
        }
    }

    @Override
    public void withdrawn(UUID subject) {
        products.store(products.lock(subject).orElseThrow().withdrawn(clock.now()));
    }

    @Override
    public void corrected(Correction correction) {
        filedProducts.correct(products.lock(correction.subject()).orElseThrow(), correction.changes());
    }

    @Override
    public Optional<Matter> matter(UUID subject) {
        return products.lock(subject).map(matters::of);
    }

    private void file(Product filed, FilingUnit unit, Outcome outcome) {
        products.store(filed);
        var organisation = organisations.find(unit.organisation()).orElseThrow();
        var submission = submissions.of(filed, organisation);
        UnverifiedPatents.requireNote(submission, outcome);
        var published = FiledRecord.of(filed, submission, organisation);
        publishProduct.publish(published);
        var said = Map.of("product", published.name(), "number", published.filingNumber());
        send(ProductMove.APPROVE, filed, unit, outcome.submitter(), said);
        events.publish(filed.id(), ProductMove.APPROVE.requireEvent(FiledRecord.event(published, unit)));
    }

    private void handBack(Product returned, FilingUnit unit, Outcome outcome) {
        products.store(returned);
        var year = returned.dataYear();
        if (year != null) {
            figures.openIfRemarked(unit.id(), year, outcome.remarks());
        }
        var said = Map.of("product", Documents.nameOf(returned), "reason", outcome.reason());
        send(ProductMove.RETURN, returned, unit, outcome.submitter(), said);
    }

    /** Who submitted it by a sign-in of another programme is told as well (ID-41). */
    private void send(
            ProductMove move, Product product, FilingUnit unit, UUID submitter, Map<String, String> parameters) {
        var link = ProductMatters.link(product.id());
        move.message().ifPresent(message -> notices.tell(message, unit.organisation(), submitter, parameters, link));
    }
}
