package org.tongban.template.proposal;

import static org.tongban.template.proposal.ProposalActor.ORGANISATION;
import static org.tongban.template.proposal.ProposalActor.PLATFORM;
import static org.tongban.template.proposal.ProposalActor.REVIEWER;
import static org.tongban.template.proposal.ProposalState.APPROVED;
import static org.tongban.template.proposal.ProposalState.DRAFT;
import static org.tongban.template.proposal.ProposalState.IN_REVIEW;
import static org.tongban.template.proposal.ProposalState.RETURNED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.template.ProposalApproved;

/** Every move of a proposal: who makes it, from where, to where, what is sent and published. Nothing else sets a state. */
enum ProposalMove implements Move<ProposalState> {
    SUBMIT(Row.of(ORGANISATION, DRAFT, RETURNED).to(IN_REVIEW)),
    APPROVE(Row.of(REVIEWER, IN_REVIEW)
            .to(APPROVED)
            .sends("template-programme.approved")
            .publishes(ProposalApproved.class)),
    RETURN(Row.of(REVIEWER, IN_REVIEW).to(RETURNED).sends("template-programme.returned")),
    /** What is discarded has no state. */
    DISCARD(Row.of(PLATFORM, DRAFT));

    private final Row<ProposalState> row;

    ProposalMove(Row<ProposalState> row) {
        this.row = row;
    }

    @Override
    public Row<ProposalState> row() {
        return row;
    }
}
