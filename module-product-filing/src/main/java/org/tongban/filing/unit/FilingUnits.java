package org.tongban.filing.unit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.account.Accounts;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Columns;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;

/** Finds the unit that a caller acts for. */
@Singleton
public class FilingUnits {
    private static final String REVIEWED = "review";

    private final UnitRepository units;
    private final UnitNames names;
    private final Accounts accounts;
    private final BusinessClock clock;

    FilingUnits(UnitRepository units, UnitNames names, Accounts accounts, BusinessClock clock) {
        this.units = units;
        this.names = names;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The caller's verified unit; without one nothing of the programme works (PF-7). */
    public FilingUnit verified(Caller caller) {
        return ofCaller(caller)
                .filter(FilingUnit::isVerified)
                .orElseThrow(() -> DomainException.of(FilingError.VERIFICATION_REQUIRED));
    }

    /** The caller's unit, verified or not. */
    public Optional<FilingUnit> ofCaller(Caller caller) {
        var organisation = caller.organisation();
        return organisation == null
                ? Optional.empty()
                : units.ofOrganisation(organisation).filter(unit -> admits(caller, unit));
    }

    /**
     * Whether the caller may reach what its organisation's unit has: an account of this programme, or one that acts for the
     * organisation, once the unit is joined (ID-41).
     */
    public boolean admits(Caller caller) {
        return isOfProgramme(caller) || ofCaller(caller).isPresent();
    }

    private static boolean admits(Caller caller, FilingUnit unit) {
        return isOfProgramme(caller) || (caller.capacity() != null && unit.isJoined());
    }

    private static boolean isOfProgramme(Caller caller) {
        return caller.realm().equals(ProductFilingModule.REALM);
    }

    /** The unit of an id that a record of the module holds. */
    public FilingUnit of(UUID id) {
        return units.ofId(id).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }

    /** The units of many ids that records of the module hold. */
    public Map<UUID, FilingUnit> ofAll(Set<UUID> ids) {
        return units.ofAll(Columns.of(ids)).stream().collect(Collectors.toMap(FilingUnit::id, Function.identity()));
    }

    /** The same, which stays as it is until the transaction ends, and which no other transaction locks or holds. */
    public FilingUnit lock(UUID id) {
        return units.lock(id).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }

    /** The unit of an organisation, if it has one. */
    public Optional<FilingUnit> ofOrganisation(UUID organisation) {
        return units.ofOrganisation(organisation);
    }

    /** The unit of an organisation, made where there is none; it stays as it is until the transaction ends. */
    public FilingUnit lockOrOpen(UUID organisation) {
        units.add(Ids.next(), organisation, UnitState.UNVERIFIED, REVIEWED, clock.now(), null, null);
        return units.lockOfOrganisation(organisation).orElseThrow();
    }

    /** Notes that a reviewer has found the unit to be what it says. */
    public void verify(FilingUnit unit) {
        units.verify(unit.id(), REVIEWED);
        names.note(unit);
    }

    /** Makes the organisation a verified unit; one that is there already is left as it is. */
    public FilingUnit register(UUID organisation, String origin) {
        units.add(Ids.next(), organisation, UnitState.VERIFIED, origin, clock.now(), null, null);
        var unit = units.ofOrganisation(organisation).orElseThrow();
        names.note(unit);
        return unit;
    }

    /** The accounts of this programme that the unit has. */
    public List<UUID> accounts(FilingUnit unit) {
        return accounts.ofOrganisation(unit.organisation(), ProductFilingModule.REALM);
    }

    /** Gives the unit to one account: those that had it have it no more, and its organisation joins anew (PF-7). */
    public void pass(FilingUnit unit, UUID account) {
        accounts(unit).forEach(former -> accounts.assignOrganisation(former, null));
        units.part(unit.id());
        accounts.assignOrganisation(account, unit.organisation());
    }

    /** Keeps the unit as it is until the transaction ends: who locks it waits, who holds it as well does not. */
    public FilingUnit hold(UUID id) {
        return units.hold(id).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }

    /** Refuses to hand a new filing in while a change of the unit's data is in review (PF-8). */
    public void requireNoChangePending(FilingUnit unit) {
        hold(unit.id());
        if (units.isChangePending(unit.id())) {
            throw DomainException.of(FilingError.CHANGE_PENDING);
        }
    }
}
