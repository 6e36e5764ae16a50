package org.tongban.filing.product;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.tongban.core.audit.Changes;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.filing.unit.FilingUnits;

/** Saves one part of a filing that its unit may still change (PF-30). */
@Singleton
class SaveDraft {
    private final FilingUnits units;
    private final ProductRepository products;
    private final FiledFiles files;
    private final ProductDrafts drafts;
    private final Forms forms;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SaveDraft(
            FilingUnits units,
            ProductRepository products,
            FiledFiles files,
            ProductDrafts drafts,
            Forms forms,
            AuditTrail audit,
            BusinessClock clock) {
        this.units = units;
        this.products = products;
        this.files = files;
        this.drafts = drafts;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param draft of some version of the part's form; the version that the product has is seen to here */
    Product save(Caller caller, UUID id, ProductPart part, CheckedDraft draft) {
        var unit = units.verified(caller);
        var before = products.lock(id).orElseThrow();
        before.requireEditable();
        var own = forms.draftDocument(before.form(part), draft, clock.today());
        var after = before.with(part, Documents.write(own), clock.now());
        if (part == ProductPart.PRODUCT) {
            after = after.withFigures(DataYears.ofFigures(before.figuresYear(), own, clock.today()));
        }
        products.store(after);
        files.keep(caller, before, after);
        drafts.keep(caller, unit, after);
        record(before, part, own);
        return after;
    }

    private void record(Product before, ProductPart part, JsonNode document) {
        var changes = Changes.ofDocument(Documents.read(before.part(part)), document, forms.schema(before.form(part)));
        var digest = new LinkedHashMap<>(changes);
        digest.put("part", part.code());
        audit.record(FiledFiles.RECORD, before.id(), digest);
    }
}
