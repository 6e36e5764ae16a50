package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.audit.Changes;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;

/** Saves an update as far as it has got (PF-40). */
@Singleton
class SaveUpdate {
    private final FilingUnits units;
    private final FiledProducts products;
    private final UpdateRepository updates;
    private final UpdateTimes times;
    private final UpdateFiles files;
    private final UpdateMatters matters;
    private final Forms forms;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SaveUpdate(
            FilingUnits units,
            FiledProducts products,
            UpdateRepository updates,
            UpdateTimes times,
            UpdateFiles files,
            UpdateMatters matters,
            Forms forms,
            AuditTrail audit,
            BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.updates = updates;
        this.times = times;
        this.files = files;
        this.matters = matters;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param draft of some version of the form; the version that the update has is seen to here */
    ProductUpdate save(Caller caller, UUID id, CheckedDraft draft) {
        units.verified(caller);
        var before = updates.lock(id).orElseThrow();
        times.requireTaken(before, clock.today(), before::requireEditable);
        var own = forms.draftDocument(before.form(), draft, clock.today());
        var after = before.with(Documents.write(own), clock.now());
        updates.store(after);
        files.keep(caller, before, own, products.files(products.of(after.product())));
        matters.note(after);
        audit.record(
                UpdateFiles.RECORD,
                id,
                Changes.ofDocument(Documents.read(before.document()), own, forms.schema(before.form())));
        return after;
    }
}
