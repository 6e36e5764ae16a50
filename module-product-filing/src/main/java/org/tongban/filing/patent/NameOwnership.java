package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNames;

/** A unit answers for its own names alone (CO-28). */
@Singleton
class NameOwnership implements Ownership {
    private static final long ALWAYS = 0;

    private final FilingUnits units;
    private final UnitNames names;

    NameOwnership(FilingUnits units, UnitNames names) {
        this.units = units;
        this.names = names;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return units.ofCaller(caller)
                .filter(unit -> names.find(id)
                        .filter(name -> name.unit().equals(unit.id()))
                        .isPresent())
                .map(unit -> ALWAYS);
    }
}
