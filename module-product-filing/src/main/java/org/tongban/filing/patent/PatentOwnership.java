package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.unit.FilingUnits;

/** A patent in a list is its unit's (CO-28). */
@Singleton
class PatentOwnership implements Ownership {
    private final PatentRepository patents;
    private final FilingUnits units;

    PatentOwnership(PatentRepository patents, FilingUnits units) {
        this.patents = patents;
        this.units = units;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        if (organisation == null || !units.admits(caller)) {
            return Optional.empty();
        }
        return lock ? patents.lockVersion(id, organisation) : patents.version(id, organisation);
    }
}
