package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.filing.FilingError;
import org.tongban.filing.unit.FilingUnits;

/** Adds a patent of the registry to the unit's list by its number (PF-21). */
@Singleton
class AddPatent {
    private static final String SUBJECT = "product-filing/patent";

    private final FilingUnits units;
    private final PatentRegistry registry;
    private final PatentRepository patents;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    AddPatent(
            FilingUnits units,
            PatentRegistry registry,
            PatentRepository patents,
            Transactions transactions,
            AuditTrail audit,
            BusinessClock clock) {
        this.units = units;
        this.registry = registry;
        this.patents = patents;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the registry has of the number. It may be far away: it is asked while no connection is held. */
    Entry ask(Caller caller, String typed) {
        transactions.read(() -> units.verified(caller));
        return registry.find(number(typed)).orElseThrow(() -> DomainException.of(FilingError.PATENT_UNKNOWN));
    }

    /** Takes the entry into the list of the caller's unit, in the transaction under way. */
    UnitPatent add(Caller caller, Entry entry, Acquisition acquisition) {
        var unit = units.verified(caller).id();
        var number = entry.number().value();
        var rows = RegistryRows.of(List.of(entry));
        // None taken: another request has added it in between.
        if (patents.ofNumber(unit, number).isPresent()
                || patents.take(unit, acquisition.name(), PatentSource.MANUAL.name(), clock.now(), rows) == 0) {
            throw DomainException.of(FilingError.DUPLICATE_PATENT);
        }
        var added = patents.ofNumber(unit, number).orElseThrow();
        audit.record(SUBJECT, added.id(), Map.of("patentNumber", number, "acquisition", PatentWords.code(acquisition)));
        return added;
    }

    private static PatentNumber number(String typed) {
        return switch (PatentNumber.parse(typed)) {
            case Parsed.Valid<PatentNumber> valid -> valid.identifier();
            case Parsed.Refused<PatentNumber> refused ->
                throw DomainException.of(FilingError.PATENT_NUMBER_INVALID, List.of(refused.at("/patentNumber")));
        };
    }
}
