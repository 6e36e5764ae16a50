package org.tongban.filing.selection;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Runs are for staff of the whole country (PF-50). */
@Singleton
class RunOwnership implements Ownership {
    private final RunRepository runs;

    RunOwnership(RunRepository runs) {
        this.runs = runs;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return runs.ofId(id).filter(found -> caller.reaches(null)).map(Run::version);
    }
}
