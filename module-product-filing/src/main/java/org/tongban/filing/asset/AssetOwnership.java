package org.tongban.filing.asset;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.YearFigures;

/** A unit has its own years and no others (CO-28); a year that nobody has entered yet has version 0. */
@Singleton
class AssetOwnership implements Ownership {
    private static final long NOT_ENTERED = 0;

    private final FilingUnits units;
    private final YearFigures figures;

    AssetOwnership(FilingUnits units, YearFigures figures) {
        this.units = units;
        this.figures = figures;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return Optional.empty();
    }

    /** Locking the unit keeps submissions that would rest on the year away as well. */
    @Override
    public Optional<Long> version(Caller caller, String key, boolean lock) {
        var unit = units.verified(caller).id();
        if (lock) {
            units.lock(unit);
        }
        return Optional.of(figures.version(unit, Integer.parseInt(key)).orElse(NOT_ENTERED));
    }
}
