package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;
import org.tongban.core.overview.Matters;
import org.tongban.filing.ProductFilingModule;

/** Tells the unit's accounts where its filings stand (CO-39). */
@Singleton
class ProductMatters {
    private static final Title SUBMIT = new Title("填写并提交", "Fill in and submit");
    private static final Title CORRECT = new Title("修改后重新提交", "Correct and submit again");
    private static final Title DECIDE = new Title("审核", "Decide");
    private static final Title NOTHING = new Title("无需操作", "Nothing to do");

    private final Matters matters;

    ProductMatters(Matters matters) {
        this.matters = matters;
    }

    /** Notes where a filing stands after a change that is no move of a case. */
    void note(Product product, UUID organisation) {
        matters.put(of(product, organisation));
    }

    /** Where a filing stands. */
    static Matter of(Product product, UUID organisation) {
        return switch (product.state()) {
            case DRAFT -> matter(product, organisation, Acts.APPLICANT, SUBMIT);
            case RETURNED -> matter(product, organisation, Acts.APPLICANT, CORRECT);
            case IN_REVIEW, REVOCATION_IN_REVIEW -> matter(product, organisation, Acts.REVIEWER, DECIDE);
            case FILED, REVOKED -> matter(product, organisation, Acts.NOBODY, NOTHING);
        };
    }

    /** A filing that is no more. */
    void close(UUID product) {
        matters.close(product);
    }

    /** Where a filing is read. */
    static String link(UUID product) {
        return "/api/product-filing/v1/products/" + product;
    }

    private static Matter matter(Product product, UUID organisation, Acts acts, Title nextAction) {
        return new Matter(
                new RecordRef(FiledFiles.RECORD, product.id()),
                organisation,
                ProductFilingModule.REALM,
                Documents.nameOf(product),
                product.filingNumber(),
                product.state(),
                acts,
                nextAction,
                null,
                link(product.id()));
    }
}
