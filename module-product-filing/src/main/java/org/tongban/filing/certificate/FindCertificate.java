package org.tongban.filing.certificate;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;

/** Finds the recognition whose certificate or mark somebody asks for: its unit, or who reviews filings there (CO-28). */
@Singleton
class FindCertificate {
    private final CertificateRepository recognitions;
    private final FiledProducts products;
    private final FilingUnits units;

    FindCertificate(CertificateRepository recognitions, FiledProducts products, FilingUnits units) {
        this.recognitions = recognitions;
        this.products = products;
        this.units = units;
    }

    /** @throws DomainException {@link CoreError#NOT_FOUND} for everybody else */
    Certified find(Caller caller, UUID id) {
        return recognitions
                .ofId(id)
                .filter(found -> isOwn(caller, found) || isReviewed(caller, found))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private boolean isOwn(Caller caller, Certified found) {
        return caller.permissions().contains(ProductFilingModule.OWN)
                && units.ofCaller(caller)
                        .filter(unit -> unit.id().equals(found.unit()))
                        .isPresent();
    }

    private boolean isReviewed(Caller caller, Certified found) {
        return caller.permissions().contains(ProductFilingModule.REVIEW)
                && caller.reaches(
                        products.organisation(products.of(found.product())).region());
    }
}
