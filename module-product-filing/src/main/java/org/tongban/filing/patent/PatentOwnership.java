package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A patent in a list is its unit's (CO-28). */
@Singleton
class PatentOwnership implements Ownership {
    private final PatentRepository patents;

    PatentOwnership(PatentRepository patents) {
        this.patents = patents;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        return organisation == null ? Optional.empty() : patents.version(id, organisation);
    }
}
