package org.tongban.template.proposal;

import jakarta.inject.Singleton;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
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

    Proposal create(Caller caller) {
        var draft = Proposal.draft(Ids.next(), ProposalOwnership.organisation(caller), clock.now());
        proposals.add(draft);
        return draft;
    }
}
