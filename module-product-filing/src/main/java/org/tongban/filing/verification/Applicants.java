package org.tongban.filing.verification;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;

/** Finds whose verification a caller works on: its unit's, or as long as it has none its account's (PF-7). */
@Singleton
class Applicants {
    private final FilingUnits units;
    private final VerificationRepository verifications;

    Applicants(FilingUnits units, VerificationRepository verifications) {
        this.units = units;
        this.verifications = verifications;
    }

    /** Of whom something new may be handed in; refused where there is nothing to verify, or nothing to change yet. */
    UUID owner(Caller caller, VerificationKind kind) {
        return switch (kind) {
            case VERIFICATION -> {
                var unit = units.ofCaller(caller);
                if (unit.filter(FilingUnit::isVerified).isPresent()) {
                    throw DomainException.of(FilingError.ALREADY_VERIFIED);
                }
                yield unit.map(FilingUnit::id).orElse(caller.account());
            }
            case CHANGE -> units.verified(caller).id();
        };
    }

    /** What the caller sees: the one under way, else what was approved. */
    Optional<Verification> shown(Caller caller, VerificationKind kind) {
        var unit = units.ofCaller(caller);
        if (kind == VerificationKind.VERIFICATION
                && unit.filter(FilingUnit::isVerified).isPresent()) {
            return verifications.inForce(unit.get().id());
        }
        return verifications.newest(unit.map(FilingUnit::id).orElse(caller.account()), kind);
    }

    /** Whether the record is the caller's. */
    boolean owns(Caller caller, Verification found) {
        return found.owner().equals(caller.account())
                || units.ofCaller(caller)
                        .map(FilingUnit::id)
                        .filter(found.owner()::equals)
                        .isPresent();
    }
}
