package org.tongban.filing.product;

import jakarta.inject.Singleton;
import org.tongban.core.module.Language;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.product.ProductViews.ProductView;

/** Shows a filing to its unit. */
@Singleton
class ViewProduct {
    private final Reviews reviews;
    private final ReferenceSets sets;
    private final BusinessClock clock;

    ViewProduct(Reviews reviews, ReferenceSets sets, BusinessClock clock) {
        this.reviews = reviews;
        this.sets = sets;
        this.clock = clock;
    }

    ProductView view(Product product, Language language) {
        var category = Documents.read(product.product()).path("categoryCode").asText();
        return ProductView.of(
                product,
                reviews.lastDecision(product.id()),
                sets.find(Submissions.CATEGORIES, category),
                clock.today(),
                language);
    }
}
