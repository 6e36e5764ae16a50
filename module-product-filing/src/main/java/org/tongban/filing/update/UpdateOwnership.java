package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.unit.FilingUnits;

/** An update is its unit's (CO-28). */
@Singleton
class UpdateOwnership implements Ownership {
    private final UpdateRepository updates;
    private final FilingUnits units;

    UpdateOwnership(UpdateRepository updates, FilingUnits units) {
        this.updates = updates;
        this.units = units;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        if (organisation == null || !units.admits(caller)) {
            return Optional.empty();
        }
        var version = updates.version(id, organisation);
        return lock && version.isPresent() ? updates.lockWithProduct(id).map(ProductUpdate::version) : version;
    }
}
