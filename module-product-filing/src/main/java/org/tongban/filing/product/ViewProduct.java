package org.tongban.filing.product;

import jakarta.inject.Singleton;
import org.tongban.core.module.Language;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.lapse.Lapse;
import org.tongban.filing.lapse.Lapses;
import org.tongban.filing.product.ProductViews.ProductView;

/** Shows a filing to its unit. */
@Singleton
public class ViewProduct {
    private final Reviews reviews;
    private final Lapses lapses;
    private final ReferenceSets sets;
    private final BusinessClock clock;

    ViewProduct(Reviews reviews, Lapses lapses, ReferenceSets sets, BusinessClock clock) {
        this.reviews = reviews;
        this.lapses = lapses;
        this.sets = sets;
        this.clock = clock;
    }

    /** The whole of it. */
    public ProductView view(Product product, Language language) {
        var category = Documents.read(product.product()).path("categoryCode").asText();
        return ProductView.of(
                product,
                reviews.lastDecision(product.id()),
                sets.find(Submissions.CATEGORIES, category),
                lapses.of(product.id()).map(Lapse::foundOn).orElse(null),
                clock.today(),
                language);
    }
}
