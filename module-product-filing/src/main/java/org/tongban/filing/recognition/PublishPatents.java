package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;

/** Makes the linked patents of a product public that is held for them, as its unit agrees (PF-50). */
@Singleton
class PublishPatents {
    private final RecognitionRepository recognitions;
    private final FilingUnits units;
    private final FiledProducts products;

    PublishPatents(RecognitionRepository recognitions, FilingUnits units, FiledProducts products) {
        this.recognitions = recognitions;
        this.units = units;
        this.products = products;
    }

    /** @throws DomainException {@code not-held} where it is not held: what was hidden stays so */
    void publish(Caller caller, UUID id) {
        units.verified(caller);
        var found = recognitions.lock(id).orElseThrow();
        if (found.state() != RecognitionState.HELD) {
            throw DomainException.of(FilingError.NOT_HELD)
                    .with("from", found.state().code());
        }
        var product = products.of(found.product());
        if (products.hasHiddenPatents(product)) {
            products.publishPatents(product);
        }
    }
}
