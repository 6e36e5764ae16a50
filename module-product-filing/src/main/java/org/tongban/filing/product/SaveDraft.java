package org.tongban.filing.product;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.unit.FilingUnits;

/** Saves one part of a filing that its unit may still change (PF-30). */
@Singleton
class SaveDraft {
    private final FilingUnits units;
    private final ProductRepository products;
    private final FiledFiles files;
    private final BusinessClock clock;

    SaveDraft(FilingUnits units, ProductRepository products, FiledFiles files, BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.files = files;
        this.clock = clock;
    }

    /** @param document in its canonical spelling, meeting the part's draft schema, as {@code @Checked} hands it over */
    Product save(Caller caller, UUID id, ProductPart part, JsonNode document) {
        units.verified(caller);
        var before = products.lock(id).orElseThrow();
        if (!before.state().isEditable()) {
            throw DomainException.of(FilingError.LOCKED)
                    .with("from", before.state().code())
                    .with("to", ProductState.DRAFT.code());
        }
        var after = before.with(part, Documents.write(document), clock.now());
        products.store(after);
        files.keep(caller, before, after);
        return after;
    }
}
