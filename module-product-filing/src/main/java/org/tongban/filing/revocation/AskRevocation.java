package org.tongban.filing.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
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
import org.tongban.core.web.Ids;
import org.tongban.filing.FilingActor;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductMove;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.update.Updates;

/** Asks that a filed product be revoked: a case of its own, until whose decision it stays filed (PF-35). */
@Singleton
class AskRevocation {
    private final FilingUnits units;
    private final FiledProducts products;
    private final Updates updates;
    private final RevocationRepository revocations;
    private final Forms forms;
    private final Reviews reviews;
    private final BusinessClock clock;

    AskRevocation(
            FilingUnits units,
            FiledProducts products,
            Updates updates,
            RevocationRepository revocations,
            Forms forms,
            Reviews reviews,
            BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.updates = updates;
        this.revocations = revocations;
        this.forms = forms;
        this.reviews = reviews;
        this.clock = clock;
    }

    Revocation ask(Caller caller, UUID id, JsonNode document) {
        units.verified(caller);
        var form =
                forms.newest(ProductFilingModule.REVOCATION_FORM).definition().id();
        var own = forms.normalise(form, document);
        var violations = forms.submit(form).check(own);
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        var product = products.lock(id);
        updates.requireNoneInReview(id);
        products.move(product, ProductMove.ASK_REVOCATION, FilingActor.UNIT);
        var revocation = new Revocation(Ids.next(), id, form, Documents.write(own), caller.account(), clock.now());
        revocations.add(revocation);
        reviews.open(caller, reviewCase(revocation, product));
        return revocation;
    }

    private NewCase reviewCase(Revocation revocation, Product product) {
        var organisation = products.organisation(product);
        Map<String, Object> snapshot = Map.of(
                "revocation",
                Documents.members(revocation.document()),
                "product",
                Map.of("id", product.id().toString(), "name", product.name(), "number", product.number()));
        return new NewCase(
                        ProductFilingModule.REVOCATION_REVIEW,
                        revocation.id(),
                        product.name(),
                        organisation.id(),
                        organisation.region(),
                        snapshot)
                .withForms(Map.of("/revocation", revocation.form()));
    }
}
