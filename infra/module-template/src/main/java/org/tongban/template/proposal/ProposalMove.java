package org.tongban.template.proposal;

import static org.tongban.template.proposal.ProposalState.APPROVED;
import static org.tongban.template.proposal.ProposalState.DRAFT;
import static org.tongban.template.proposal.ProposalState.IN_REVIEW;
import static org.tongban.template.proposal.ProposalState.RETURNED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.Move;
import org.tongban.template.ProposalApproved;

/** Every move of a proposal: who makes it, from where, to where, what is sent and published. Nothing else sets a state. */
enum ProposalMove implements Move<ProposalState> {
    SUBMIT(ProposalActor.ORGANISATION, List.of(DRAFT, RETURNED), IN_REVIEW, null, null),
    APPROVE(
            ProposalActor.REVIEWER,
            List.of(IN_REVIEW),
            APPROVED,
            "template-programme.approved",
            ProposalApproved.class),
    RETURN(ProposalActor.REVIEWER, List.of(IN_REVIEW), RETURNED, "template-programme.returned", null),
    /** What is discarded has no state. */
    DISCARD(ProposalActor.PLATFORM, List.of(DRAFT), null, null, null);

    private final ProposalActor by;
    private final List<ProposalState> from;
    private final @Nullable ProposalState to;
    private final @Nullable String message;
    private final @Nullable Class<? extends Record> event;

    ProposalMove(
            ProposalActor by,
            List<ProposalState> from,
            @Nullable ProposalState to,
            @Nullable String message,
            @Nullable Class<? extends Record> event) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.message = message;
        this.event = event;
    }

    @Override
    public ProposalActor by() {
        return by;
    }

    @Override
    public List<ProposalState> from() {
        return from;
    }

    @Override
    public Optional<ProposalState> to() {
        return Optional.ofNullable(to);
    }

    @Override
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    @Override
    public Optional<Class<? extends Record>> event() {
        return Optional.ofNullable(event);
    }
}
