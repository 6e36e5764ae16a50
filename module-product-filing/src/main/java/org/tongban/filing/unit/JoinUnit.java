package org.tongban.filing.unit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.Codes;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;

/**
 * An organisation that signed in elsewhere joins the unit that accounts of this programme have, by a code to the phone of one
 * of them (ID-41). The phone is not shown, and no answer depends on it. In the transaction under way.
 */
@Singleton
class JoinUnit {
    private static final String RECORD = "product-filing/unit";
    private static final Title OTHER = new Title("验证凭据不是本单位手机的", "Not a proof of the unit's phone");

    private final UnitRepository units;
    private final FilingUnits filingUnits;
    private final Accounts accounts;
    private final Codes codes;
    private final Proofs proofs;
    private final BusinessClock clock;
    private final AuditTrail audit;

    JoinUnit(
            UnitRepository units,
            FilingUnits filingUnits,
            Accounts accounts,
            Codes codes,
            Proofs proofs,
            BusinessClock clock,
            AuditTrail audit) {
        this.units = units;
        this.filingUnits = filingUnits;
        this.accounts = accounts;
        this.codes = codes;
        this.proofs = proofs;
        this.clock = clock;
        this.audit = audit;
    }

    /** Has a code sent to the unit's phone, good in the caller's session alone. */
    Codes.Sent send(Caller caller) {
        var unit = open(caller);
        var to = phones(unit).stream().findFirst().map(Target.Phone::new).orElse(null);
        var sent = codes.send(ProductFilingModule.JOIN, ProductFilingModule.REALM, to, caller.session());
        audit.record(RECORD, unit.id(), Map.of("code", sent.id()));
        return sent;
    }

    /** Uses the proof of a right code up; of several at once one joins. */
    FilingUnit join(Caller caller, String proof) {
        var unit = open(caller);
        var proved = proofs.consume(proof, ProductFilingModule.JOIN, ProductFilingModule.REALM, caller.session());
        if (!(proved instanceof Target.Phone(var phone)) || !phones(unit).contains(phone)) {
            throw DomainException.of(CodeError.PROOF_REFUSED, List.of(new Violation("/proof", "proof-refused", OTHER)));
        }
        units.join(unit.id(), caller.account(), clock.now());
        audit.record(RECORD, unit.id(), Map.of("organisation", unit.organisation()));
        return filingUnits.of(unit.id());
    }

    /** The unit of the caller's organisation that it has not joined yet, which stays so until the transaction ends. */
    private FilingUnit open(Caller caller) {
        UUID organisation = Optional.ofNullable(caller.organisation())
                .filter(found -> caller.capacity() != null)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        var unit = units.lockOfOrganisation(organisation).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        if (unit.isJoined()) {
            throw DomainException.of(FilingError.ALREADY_JOINED);
        }
        return unit;
    }

    private List<String> phones(FilingUnit unit) {
        return filingUnits.accounts(unit).stream()
                .flatMap(account -> accounts.phone(account).stream())
                .toList();
    }
}
