package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.unit.FilingUnits;

/** An objection to its product is there for a unit once it was asked for a statement, or told the result (PF-61). */
@Singleton
class ObjectionOwnership implements Ownership {
    private final ObjectionRepository objections;
    private final FilingUnits units;

    ObjectionOwnership(ObjectionRepository objections, FilingUnits units) {
        this.objections = objections;
        this.units = units;
    }

    /** Nothing is locked: a decision takes case and product before the objection. */
    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        return organisation == null || !units.admits(caller)
                ? Optional.empty()
                : objections.versionForUnit(id, organisation);
    }
}
