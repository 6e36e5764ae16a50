package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import org.tongban.core.identifier.Folding;
import org.tongban.core.reference.ReferenceSets;

/** Writes down what a public product is found by, and by which version of the folding it was made (PF-70). */
@Singleton
class IndexProduct {
    private final PublicProductRepository products;
    private final ReferenceSets sets;

    IndexProduct(PublicProductRepository products, ReferenceSets sets) {
        this.products = products;
        this.sets = sets;
    }

    /** Indexes it as it is shown, in the transaction under way. */
    void index(PublicProduct shown) {
        var text = SearchText.of(shown, sets);
        products.index(shown.id(), text.text(), text.grams().toArray(String[]::new), Folding.searchVersion());
    }
}
