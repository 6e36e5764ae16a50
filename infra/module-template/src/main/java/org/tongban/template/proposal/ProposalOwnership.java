package org.tongban.template.proposal;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ownership;

/** A proposal is its organisation's; to everybody else it does not exist. */
@Singleton
class ProposalOwnership implements Ownership {
    private final ProposalRepository proposals;

    ProposalOwnership(ProposalRepository proposals) {
        this.proposals = proposals;
    }

    /** Whose proposals a caller works on: an account that acts for no organisation has none. */
    static UUID organisation(Caller caller) {
        var organisation = caller.organisation();
        if (organisation == null) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
        return organisation;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var organisation = caller.organisation();
        if (organisation == null) {
            return Optional.empty();
        }
        return lock ? proposals.lockedVersion(id, organisation) : proposals.version(id, organisation);
    }
}
