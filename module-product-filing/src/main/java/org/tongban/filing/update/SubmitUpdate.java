package org.tongban.filing.update;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.OnePerPlace;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductPart;
import org.tongban.filing.product.ProductState;
import org.tongban.filing.product.Renewal;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.YearFigures;

/** Hands an update in for review: every error at once, or none and the case is open (PF-40). */
@Singleton
class SubmitUpdate {
    private final FilingUnits units;
    private final YearFigures figures;
    private final FiledProducts products;
    private final UpdateRepository updates;
    private final UpdateTimes times;
    private final UpdateFiles files;
    private final Forms forms;
    private final Reviews reviews;
    private final BusinessClock clock;

    SubmitUpdate(
            FilingUnits units,
            YearFigures figures,
            FiledProducts products,
            UpdateRepository updates,
            UpdateTimes times,
            UpdateFiles files,
            Forms forms,
            Reviews reviews,
            BusinessClock clock) {
        this.units = units;
        this.figures = figures;
        this.products = products;
        this.updates = updates;
        this.times = times;
        this.files = files;
        this.forms = forms;
        this.reviews = reviews;
        this.clock = clock;
    }

    ProductUpdate submit(Caller caller, UUID id) {
        units.verified(caller);
        var found = updates.lockWithProduct(id).orElseThrow();
        times.requireTaken(found, clock.today(), () -> UpdateMove.SUBMIT.check(found.state(), FilingActor.UNIT));
        var submitted = found.submitted(clock.now());
        var product = products.of(found.product());
        requireFiled(product);
        units.hold(found.unit());
        forms.requireOpen(found.form(), clock.today());
        var document = Documents.read(found.document());
        var renewal = UpdateDocument.renewal(product, document, found.dataYear());
        var violations = violations(caller, found, product, document, renewal);
        if (!violations.isEmpty()) {
            throw DomainException.of(FilingError.UPDATE_NOT_COMPLETE, violations);
        }
        updates.store(submitted);
        figures.rest(found.unit(), found.dataYear());
        files.seal(id, document, products.files(product));
        reviews.open(caller, reviewCase(submitted, product, renewal));
        return submitted;
    }

    /** While a revocation is in review, nothing of the product changes. */
    private static void requireFiled(Product product) {
        if (product.state() != ProductState.FILED) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", product.state().code())
                    .with("move", UpdateMove.SUBMIT.code());
        }
    }

    private List<Violation> violations(
            Caller caller, ProductUpdate found, Product product, JsonNode document, Renewal renewal) {
        var rules = new ArrayList<>(UpdateDocument.located(products.check(product, renewal)));
        rules.addAll(files.check(caller, found.id(), document, products.files(product)));
        return OnePerPlace.of(forms.submit(found.form()).check(document), rules);
    }

    private NewCase reviewCase(ProductUpdate update, Product product, Renewal renewal) {
        var organisation = products.organisation(product);
        var snapshot = new HashMap<String, Object>();
        snapshot.put("update", Documents.members(update.document()));
        snapshot.put("round", update.year());
        snapshot.put("dataYear", update.dataYear());
        snapshot.put(
                "filed", Map.of("id", product.id().toString(), "name", product.name(), "number", product.number()));
        snapshot.put("product", Documents.members(renewal.product().toString()));
        snapshot.putAll(products.facts(product, renewal));
        return new NewCase(
                        ProductFilingModule.UPDATE_REVIEW,
                        update.id(),
                        product.name(),
                        organisation.id(),
                        organisation.region(),
                        snapshot)
                .withForms(Map.of(
                        "/update", update.form(),
                        "/product", product.form(ProductPart.PRODUCT),
                        "/assets", ProductFilingModule.ASSETS_FORM));
    }
}
