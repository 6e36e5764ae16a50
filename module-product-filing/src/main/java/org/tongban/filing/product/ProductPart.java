package org.tongban.filing.product;

import java.util.Locale;
import org.tongban.filing.ProductFilingModule;

/** The three parts of a filing, each with its form (PF-30). */
public enum ProductPart {
    PRODUCT(ProductFilingModule.PRODUCT_FORM),
    PATENTS(ProductFilingModule.PATENTS_FORM),
    EVIDENCE(ProductFilingModule.EVIDENCE_FORM);

    private final String form;

    ProductPart(String form) {
        this.form = form;
    }

    String form() {
        return form;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
