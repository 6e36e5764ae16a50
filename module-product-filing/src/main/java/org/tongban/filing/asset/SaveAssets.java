package org.tongban.filing.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.tongban.core.audit.Changes;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.OnePerPlace;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitAssets;
import org.tongban.filing.unit.YearFigures;

/** Saves a unit's figures of the year before (PF-10): every error at once, or none and the row is there. */
@Singleton
class SaveAssets {
    private static final String SUBJECT = "product-filing/assets";

    private final FilingUnits units;
    private final YearFigures figures;
    private final Forms forms;
    private final BusinessClock clock;
    private final AuditTrail audit;

    SaveAssets(FilingUnits units, YearFigures figures, Forms forms, BusinessClock clock, AuditTrail audit) {
        this.units = units;
        this.figures = figures;
        this.forms = forms;
        this.clock = clock;
        this.audit = audit;
    }

    /** The year is that of the path, so that a page left open over New Year saves nothing into the year after. */
    UnitAssets save(Caller caller, int year, JsonNode document) {
        var unit = units.verified(caller).id();
        units.lock(unit);
        int open = clock.today().getYear() - 1;
        if (year != open) {
            throw DomainException.of(FilingError.ASSETS_YEAR_CLOSED).with("dataYear", open);
        }
        if (figures.isLocked(unit, year)) {
            throw DomainException.of(FilingError.ASSETS_LOCKED);
        }
        var violations = OnePerPlace.of(
                forms.submit(ProductFilingModule.ASSETS_FORM).check(document), AssetRules.check(document));
        if (!violations.isEmpty()) {
            throw DomainException.of(FilingError.ASSETS_NOT_COMPLETE, violations);
        }
        ObjectNode before =
                figures.of(unit, year).map(AssetDocument::write).orElseGet(JsonNodeFactory.instance::objectNode);
        var saved = AssetDocument.read(unit, year, document);
        figures.put(saved);
        var digest = new HashMap<String, Object>(Map.of("year", year));
        digest.putAll(
                Changes.ofDocument(before, AssetDocument.write(saved), forms.schema(ProductFilingModule.ASSETS_FORM)));
        audit.record(SUBJECT, unit, digest);
        return saved;
    }
}
