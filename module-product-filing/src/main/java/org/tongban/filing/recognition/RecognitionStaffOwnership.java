package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.product.FiledProducts;

/** What a round comes to is decided by staff of the whole country (PF-50). */
@Singleton
public class RecognitionStaffOwnership implements Ownership {
    private final RecognitionRepository recognitions;
    private final FiledProducts products;

    RecognitionStaffOwnership(RecognitionRepository recognitions, FiledProducts products) {
        this.recognitions = recognitions;
        this.products = products;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var found = recognitions.ofId(id).filter(any -> caller.reaches(null));
        if (!lock || found.isEmpty()) {
            return found.map(Recognition::version);
        }
        products.lock(found.get().product());
        return recognitions.lock(id).map(Recognition::version);
    }
}
