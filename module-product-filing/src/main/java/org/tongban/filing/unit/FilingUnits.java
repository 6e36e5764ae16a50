package org.tongban.filing.unit;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.filing.FilingError;

/** Finds the unit that a caller acts for, and its figures. */
@Singleton
public class FilingUnits {
    private final UnitRepository units;
    private final AssetsRepository assets;
    private final BusinessClock clock;

    FilingUnits(UnitRepository units, AssetsRepository assets, BusinessClock clock) {
        this.units = units;
        this.assets = assets;
        this.clock = clock;
    }

    /** The caller's verified unit; without one nothing of the programme works (PF-7). */
    public FilingUnit verified(Caller caller) {
        return ofCaller(caller)
                .filter(unit -> unit.state() == UnitState.VERIFIED)
                .orElseThrow(() -> DomainException.of(FilingError.VERIFICATION_REQUIRED));
    }

    /** The caller's unit, verified or not. */
    public Optional<FilingUnit> ofCaller(Caller caller) {
        var organisation = caller.organisation();
        return organisation == null ? Optional.empty() : units.ofOrganisation(organisation);
    }

    /** The unit of an id that a record of the module holds. */
    public FilingUnit of(UUID id) {
        return units.ofId(id).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }

    /** The unit's figures of a calendar year. */
    public Optional<UnitAssets> assets(UUID unit, int year) {
        return assets.of(unit, year);
    }

    /** Makes the organisation a verified unit; one that is there already is left as it is. */
    public FilingUnit register(UUID organisation, String origin) {
        units.add(new FilingUnit(Ids.next(), organisation, UnitState.VERIFIED, origin, clock.now()));
        return units.ofOrganisation(organisation).orElseThrow();
    }

    /** Adds the figures of a year; a year that is there already is left as it is. */
    public void add(UnitAssets figures) {
        assets.add(figures);
    }
}
