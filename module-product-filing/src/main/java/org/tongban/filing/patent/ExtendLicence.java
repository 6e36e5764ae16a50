package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.Changes;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingError;
import org.tongban.filing.unit.FilingUnits;

/** Changes the last day of the licence by which a unit uses a patent, proved as at its entry (PF-21). */
@Singleton
class ExtendLicence {
    private final FilingUnits units;
    private final PatentRepository patents;
    private final LicenceProofs proofs;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ExtendLicence(
            FilingUnits units, PatentRepository patents, LicenceProofs proofs, AuditTrail audit, BusinessClock clock) {
        this.units = units;
        this.patents = patents;
        this.proofs = proofs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The row is locked by then, as whose version the caller named. */
    UnitPatent extend(Caller caller, UUID id, LicenceTerm wanted) {
        units.verified(caller);
        var before = patents.ofId(id).orElseThrow();
        var from = before.licenceFrom();
        if (from == null) {
            throw DomainException.of(FilingError.PATENT_NOT_LICENSED);
        }
        var violations = new ArrayList<>(proofs.check(caller, id, wanted.licenceProof()));
        var to = lastDay(wanted.licenceTo(), from, violations);
        if (to == null || !violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        patents.extend(id, to, wanted.licenceProof(), clock.now());
        proofs.keep(id, wanted.licenceProof());
        var after = patents.ofId(id).orElseThrow();
        audit.record(
                AddPatent.RECORD,
                id,
                Changes.between(Map.of("patentNumber", before.number()), members(before), members(after)));
        return after;
    }

    private static Map<String, Object> members(UnitPatent patent) {
        return Map.of(
                "licenceTo", String.valueOf(patent.licenceTo()),
                "licenceProof", String.valueOf(patent.licenceProof()));
    }

    /** What ended before today ended on the day that was entered: nothing that rested on it then is changed by now. */
    private @Nullable LocalDate lastDay(String text, LocalDate from, List<Violation> violations) {
        try {
            var to = LocalDate.parse(text);
            if (to.isBefore(clock.today())) {
                violations.add(wrong("past", "许可期限的结束日不得早于今天。", "The licence must not end before today."));
            } else if (to.isBefore(from)) {
                violations.add(wrong("before-beginning", "许可期限的结束日早于开始日", "The licence ends before it begins"));
            }
            return to;
        } catch (DateTimeException noSuchDay) {
            violations.add(wrong("date", "没有这一天", "There is no such day"));
            return null;
        }
    }

    private static Violation wrong(String code, String zh, String en) {
        return new Violation("/licenceTo", code, new Title(zh, en));
    }
}
