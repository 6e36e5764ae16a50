package org.tongban.template.proposal;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Ids;

/** Begins a draft. */
@Singleton
class CreateProposal {
    private final ProposalRepository proposals;
    private final BusinessClock clock;

    CreateProposal(ProposalRepository proposals, BusinessClock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    Proposal create(UUID organisation) {
        var draft = Proposal.draft(Ids.next(), organisation, clock.now());
        proposals.add(draft);
        return draft;
    }
}
