package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;

/**
 * Officers who are bound to a province reach the objections to products of its units (CO-28); nobody who acts for the unit
 * does, since it would learn who objects (PF-61).
 */
@Singleton
class ObjectionStaffOwnership implements Ownership {
    private final ObjectionRepository objections;
    private final FiledProducts products;

    ObjectionStaffOwnership(ObjectionRepository objections, FiledProducts products) {
        this.objections = objections;
        this.products = products;
    }

    /** Nothing is locked: what officers do takes the case before the objection. */
    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return objections.ofId(id).filter(found -> mayHandle(caller, found)).map(Objection::version);
    }

    boolean mayHandle(Caller caller, Objection found) {
        var organisation = products.organisation(products.of(found.product()));
        return caller.may(ProductFilingModule.HANDLE_OBJECTIONS)
                && caller.reaches(organisation.region())
                && !organisation.id().equals(caller.organisation());
    }
}
