package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;

/** A recognition is its unit's (CO-28). */
@Singleton
public class RecognitionOwnership implements Ownership {
    private final RecognitionRepository recognitions;
    private final FiledProducts products;
    private final FilingUnits units;

    RecognitionOwnership(RecognitionRepository recognitions, FiledProducts products, FilingUnits units) {
        this.recognitions = recognitions;
        this.products = products;
        this.units = units;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        if (organisation == null || !units.admits(caller)) {
            return Optional.empty();
        }
        var version = recognitions.version(id, organisation);
        if (!lock || version.isEmpty()) {
            return version;
        }
        // All who change both take the product first.
        recognitions.ofId(id).ifPresent(found -> products.lock(found.product()));
        return recognitions.lock(id).map(Recognition::version);
    }
}
