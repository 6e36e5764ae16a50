package org.tongban.filing.stage;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Stages are for staff of the whole country (PF-50); one is never changed. */
@Singleton
class StageOwnership implements Ownership {
    private static final long ONLY_VERSION = 1;

    private final StageRepository stages;

    StageOwnership(StageRepository stages) {
        this.stages = stages;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return stages.stage(id).filter(found -> caller.reaches(null)).map(found -> ONLY_VERSION);
    }
}
