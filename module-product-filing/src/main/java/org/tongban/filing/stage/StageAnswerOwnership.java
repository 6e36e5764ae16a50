package org.tongban.filing.stage;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;
import org.tongban.filing.unit.FilingUnits;

/** An answer in a stage is its unit's (CO-28). */
@Singleton
class StageAnswerOwnership implements Ownership {
    private final StageRepository stages;
    private final FilingUnits units;

    StageAnswerOwnership(StageRepository stages, FilingUnits units) {
        this.stages = stages;
        this.units = units;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        if (organisation == null || !units.admits(caller)) {
            return Optional.empty();
        }
        if (lock) {
            stages.lock(id);
        }
        return stages.version(id, organisation);
    }
}
