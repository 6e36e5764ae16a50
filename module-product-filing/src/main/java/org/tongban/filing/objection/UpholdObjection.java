package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.tongban.core.form.Documents;
import org.tongban.core.review.Decision;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.recognition.Recognitions;

/**
 * Revokes what an upheld objection is about, and gives its unit a case by which it may have that re-examined (PF-54, CO-46d);
 * in the transaction under way, product and objection locked.
 */
@Singleton
class UpholdObjection {
    private final ObjectionRepository objections;
    private final Recognitions recognitions;
    private final FiledProducts products;
    private final Reviews reviews;

    UpholdObjection(
            ObjectionRepository objections, Recognitions recognitions, FiledProducts products, Reviews reviews) {
        this.objections = objections;
        this.recognitions = recognitions;
        this.products = products;
        this.reviews = reviews;
    }

    /** Does so where there still is something to revoke; what ended meanwhile is not decided against. */
    void uphold(Objection upheld, Product product, Caller officer) {
        var recognition = recognitions.standing(product.id());
        if (recognition.isEmpty()) {
            return;
        }
        var reason = Objects.requireNonNull(upheld.reason());
        recognitions.uphold(product.id(), upheld.id(), reason);
        var number = reviews.record(
                officer.account(), products.answerable(product), decided(upheld, product), Decision.REJECT, reason);
        objections.store(upheld.withOutcome(number));
    }

    private NewCase decided(Objection upheld, Product product) {
        var organisation = products.organisation(product);
        var objection = new LinkedHashMap<String, Object>();
        objection.put("number", upheld.number());
        objection.put("grounds", Documents.members(upheld.document()).getOrDefault("grounds", ""));
        if (upheld.redacted() != null) {
            objection.put("content", upheld.redacted());
        }
        Map<String, Object> snapshot = Map.of(
                "product",
                Map.of("id", product.id().toString(), "name", product.name(), "number", product.number()),
                "objection",
                objection);
        return new NewCase(
                ProductFilingModule.OBJECTION_OUTCOME,
                upheld.id(),
                product.name(),
                organisation.id(),
                organisation.region(),
                snapshot);
    }
}
