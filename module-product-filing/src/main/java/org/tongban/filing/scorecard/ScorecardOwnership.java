package org.tongban.filing.scorecard;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Scorecards are for staff of the whole country (PF-50); what was entered has one version for good. */
@Singleton
class ScorecardOwnership implements Ownership {
    private static final long ONLY_VERSION = 1;

    private final Scorecards scorecards;

    ScorecardOwnership(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return scorecards.find(id).filter(found -> caller.reaches(null)).map(found -> ONLY_VERSION);
    }
}
