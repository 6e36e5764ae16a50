package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.List;
import org.tongban.core.external.PatentRegistry;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.unit.FilingUnits;

/** Adds a patent of the registry to the unit's list by its number (PF-21). */
@Singleton
class AddPatent {
    private final FilingUnits units;
    private final PatentRegistry registry;
    private final PatentRepository patents;
    private final BusinessClock clock;

    AddPatent(FilingUnits units, PatentRegistry registry, PatentRepository patents, BusinessClock clock) {
        this.units = units;
        this.registry = registry;
        this.patents = patents;
        this.clock = clock;
    }

    UnitPatent add(Caller caller, String typed) {
        var unit = units.verified(caller);
        var number = number(typed);
        if (patents.ofNumber(unit.id(), number.value()).isPresent()) {
            throw DomainException.of(FilingError.DUPLICATE_PATENT);
        }
        var entry = registry.find(number).orElseThrow(() -> DomainException.of(FilingError.PATENT_UNKNOWN));
        var rows = RegistryRows.of(List.of(entry));
        if (patents.take(unit.id(), PatentSource.MANUAL.name(), clock.now(), rows) == 0) {
            // Another request has added it in between.
            throw DomainException.of(FilingError.DUPLICATE_PATENT);
        }
        return patents.ofNumber(unit.id(), number.value()).orElseThrow();
    }

    private static PatentNumber number(String typed) {
        return switch (PatentNumber.parse(typed)) {
            case Parsed.Valid<PatentNumber> valid -> valid.identifier();
            case Parsed.Refused<PatentNumber> refused ->
                throw DomainException.of(FilingError.PATENT_NUMBER_INVALID, List.of(refused.at("/patentNumber")));
        };
    }
}
