package org.tongban.filing.patent;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingError;
import org.tongban.filing.OnePerPlace;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;

/** Adds a patent to the unit's list by its number: with the registry's data, or typed where it has none (PF-21). */
@Singleton
class AddPatent {
    /** The kind of record that holds the proof of a licence. */
    static final String RECORD = "product-filing/patent";

    private static final String NUMBER = "/patentNumber";

    private final FilingUnits units;
    private final PatentRegistry registry;
    private final PatentRepository patents;
    private final PatentUpkeepRepository upkeep;
    private final LicenceProofs proofs;
    private final Forms forms;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    AddPatent(
            FilingUnits units,
            PatentRegistry registry,
            PatentRepository patents,
            PatentUpkeepRepository upkeep,
            LicenceProofs proofs,
            Forms forms,
            Transactions transactions,
            AuditTrail audit,
            BusinessClock clock) {
        this.units = units;
        this.registry = registry;
        this.patents = patents;
        this.upkeep = upkeep;
        this.proofs = proofs;
        this.forms = forms;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks the document and asks the registry, which may be far away: while no connection is held. */
    ManualPatent ask(Caller caller, JsonNode document) {
        transactions.read(() -> units.verified(caller));
        var schema = forms.submit(ProductFilingModule.MANUAL_PATENT_FORM).check(document);
        var number = number(document, schema);
        var wrong = OnePerPlace.of(schema, ManualPatent.check(document, number, clock.today()));
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
        var asked = new ManualPatent(document, number, registry.find(number));
        if (asked.known().isEmpty() && !asked.isTyped()) {
            throw DomainException.of(FilingError.PATENT_UNKNOWN);
        }
        return asked;
    }

    /** Takes it into the list of the caller's unit, in the transaction under way. */
    UnitPatent add(Caller caller, ManualPatent asked) {
        var unit = units.verified(caller).id();
        var id = Ids.next();
        var row = asked.row(id, unit, clock.today(), clock.now());
        patents.add(RegistryRows.of(row));
        var added = patents.ofNumber(unit, row.number()).orElseThrow();
        // Of several requests for one number the row of the first is there.
        if (!added.id().equals(id)) {
            throw DomainException.of(FilingError.DUPLICATE_PATENT);
        }
        upkeep.enrol(unit, false, clock.today().plusDays(1));
        asked.proof().ifPresent(proof -> attach(caller, id, proof));
        audit.record(
                RECORD,
                id,
                Map.of(
                        "patentNumber",
                        row.number(),
                        "acquisition",
                        PatentWords.code(row.acquisition()),
                        "verified",
                        row.verified()));
        return added;
    }

    private void attach(Caller caller, UUID patent, UUID proof) {
        var wrong = proofs.check(caller, patent, proof);
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
        proofs.keep(patent, proof);
    }

    /** A number that is wrong is told as such, beside whatever else the schema refuses. */
    private static PatentNumber number(JsonNode document, List<Violation> schema) {
        if (PatentNumber.parse(document.path("patentNumber").asText()) instanceof Parsed.Valid<PatentNumber> valid) {
            return valid.identifier();
        }
        throw schema.stream()
                        .anyMatch(violation -> violation.pointer().equals(NUMBER)
                                && !violation.code().equals("required"))
                ? DomainException.of(FilingError.PATENT_NUMBER_INVALID, schema)
                : DomainException.of(CoreError.INVALID_INPUT, schema);
    }
}
