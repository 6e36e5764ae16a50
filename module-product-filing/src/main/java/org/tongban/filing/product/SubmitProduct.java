package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.Folding;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.OnePerPlace;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.asset.AssetDocument;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.YearFigures;

/** Submits a filing for review: every error at once, or none and the case is open (PF-34). */
@Singleton
class SubmitProduct {
    private final FilingUnits units;
    private final YearFigures figures;
    private final OrganisationDirectory organisations;
    private final Submissions submissions;
    private final ProductRepository products;
    private final ProductHints hints;
    private final FiledFiles files;
    private final ProductDrafts drafts;
    private final Forms forms;
    private final Reviews reviews;
    private final BusinessClock clock;

    SubmitProduct(
            FilingUnits units,
            YearFigures figures,
            OrganisationDirectory organisations,
            Submissions submissions,
            ProductRepository products,
            ProductHints hints,
            FiledFiles files,
            ProductDrafts drafts,
            Forms forms,
            Reviews reviews,
            BusinessClock clock) {
        this.units = units;
        this.figures = figures;
        this.organisations = organisations;
        this.submissions = submissions;
        this.products = products;
        this.hints = hints;
        this.files = files;
        this.drafts = drafts;
        this.forms = forms;
        this.reviews = reviews;
        this.clock = clock;
    }

    Product submit(Caller caller, UUID id) {
        var unit = units.verified(caller);
        units.requireNoChangePending(unit);
        var product = products.lock(id).orElseThrow();
        ProductMove.SUBMIT.apply(product.state(), FilingActor.UNIT);
        var organisation = organisations.find(unit.organisation()).orElseThrow();
        var submission = submissions.of(product, organisation);
        var violations = check(caller, product, submission);
        if (!violations.isEmpty()) {
            throw DomainException.of(FilingError.FILING_NOT_COMPLETE, violations);
        }
        var submitted = product.submitted(
                Folding.name(submission.text("name").orElseThrow()),
                Folding.name(submission.text("model").orElseThrow()),
                submission.dataYear(),
                clock.now());
        StoreOnce.store(products, submitted);
        figures.rest(unit.id(), submission.dataYear());
        files.seal(submitted);
        drafts.close(submitted);
        reviews.open(caller, reviewCase(submitted, submission, organisation));
        return submitted;
    }

    private List<Violation> check(Caller caller, Product product, Submission submission) {
        var violations = new ArrayList<Violation>();
        for (var part : ProductPart.values()) {
            forms.requireOpen(product.form(part), clock.today());
            for (var violation : forms.submit(product.form(part)).check(Documents.read(product.part(part)))) {
                violations.add(located(part, violation));
            }
        }
        var rules = new ArrayList<>(SubmissionRules.check(submission));
        rules.addAll(files.check(caller, product));
        return OnePerPlace.of(violations, rules);
    }

    /** The list of patents is itself under {@code /patents}; the other parts are put under their name (PF-34). */
    private static Violation located(ProductPart part, Violation violation) {
        return switch (part) {
            case PRODUCT -> violation.under("/product");
            case PATENTS -> violation.pointer().startsWith("/patents") ? violation : violation.under("/patents");
            case EVIDENCE -> violation.under("/evidence");
        };
    }

    private NewCase reviewCase(Product product, Submission submission, Organisation organisation) {
        Map<String, Object> snapshot = Map.of(
                "product", Documents.members(product.product()),
                "patents", Documents.members(product.patents()).getOrDefault("patents", List.of()),
                "evidence", Documents.members(product.evidence()),
                "assets", AssetDocument.members(submission.assets().orElseThrow()),
                "dataYear", submission.dataYear(),
                "declared", Declarations.made(product.form(ProductPart.PRODUCT), submission.product(), forms),
                "unlinkedPatents", hints.unlinked(product, submission),
                "linkedPatents", Submissions.facts(submission));
        return new NewCase(
                        ProductFilingModule.FILING_REVIEW,
                        product.id(),
                        submission.text("name").orElseThrow(),
                        organisation.id(),
                        organisation.region(),
                        snapshot)
                // The list of patents stands in the snapshot as in its own document: at its root (PF-34).
                .withForms(Map.of(
                        "/product", product.form(ProductPart.PRODUCT),
                        "", product.form(ProductPart.PATENTS),
                        "/evidence", product.form(ProductPart.EVIDENCE),
                        "/assets", ProductFilingModule.ASSETS_FORM));
    }
}
