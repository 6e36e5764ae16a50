package org.tongban.filing.product;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;
import org.tongban.core.overview.Matters;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;

/** Tells the unit's accounts where its filings stand (CO-39). */
@Singleton
class ProductMatters {
    private static final Title SUBMIT = new Title("填写并提交", "Fill in and submit");
    private static final Title CORRECT = new Title("修改后重新提交", "Correct and submit again");
    private static final Title DECIDE = new Title("审核", "Decide");
    private static final Title NOTHING = new Title("无需操作", "Nothing to do");

    private final Matters matters;
    private final FilingUnits units;

    ProductMatters(Matters matters, FilingUnits units) {
        this.matters = matters;
        this.units = units;
    }

    /** Notes where a filing stands after a change that is no move of a case. */
    void note(Product product) {
        matters.put(of(product));
    }

    /** The same of a filing whose unit has been read. */
    void note(FilingUnit unit, Product product) {
        matters.put(of(unit, product));
    }

    /** Where a filing stands. */
    Matter of(Product product) {
        return of(units.of(product.unit()), product);
    }

    private static Matter of(FilingUnit unit, Product product) {
        return switch (product.state()) {
            case DRAFT -> matter(product, unit, Acts.APPLICANT, SUBMIT);
            case RETURNED -> matter(product, unit, Acts.APPLICANT, CORRECT);
            case IN_REVIEW, REVOCATION_IN_REVIEW -> matter(product, unit, Acts.REVIEWER, DECIDE);
            case FILED, REVOKED -> matter(product, unit, Acts.NOBODY, NOTHING);
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

    /** Once its organisation comes in by other sign-ins, those see it as well (ID-41). */
    private static Matter matter(Product product, FilingUnit unit, Acts acts, Title nextAction) {
        return new Matter(
                new RecordRef(FiledFiles.RECORD, product.id()),
                unit.organisation(),
                unit.isJoined() ? Matter.EVERY_REALM : ProductFilingModule.REALM,
                Documents.nameOf(product),
                product.filingNumber(),
                product.state(),
                acts,
                nextAction,
                null,
                link(product.id()));
    }
}
