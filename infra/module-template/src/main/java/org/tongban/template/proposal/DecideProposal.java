package org.tongban.template.proposal;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tongban.core.event.Events;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.template.ProposalApproved;
import org.tongban.template.TemplateProgrammeModule;

/** Carries the reviewer's decision out; it runs in the transaction of the decision. */
@Singleton
class DecideProposal implements ReviewHandler {
    private final ProposalRepository proposals;
    private final Outbox outbox;
    private final Events events;
    private final BusinessClock clock;

    DecideProposal(ProposalRepository proposals, Outbox outbox, Events events, BusinessClock clock) {
        this.proposals = proposals;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TemplateProgrammeModule.PROPOSAL_REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        var proposal = proposals.lock(outcome.subject()).orElseThrow();
        switch (outcome.decision()) {
            case APPROVE -> approve(proposal.approved(outcome.caseNumber(), clock.now()), outcome.caseNumber());
            case RETURN -> handBack(proposal.returned(clock.now()), outcome.reason());
            case REJECT -> throw new IllegalStateException("a proposal is returned, never rejected");
        }
    }

    private void approve(Proposal approved, String number) {
        proposals.store(approved);
        var searched = List.of(approved.text("name"), approved.text("summary"), number);
        proposals.index(approved.id(), Folding.search(String.join(" ", searched)), SearchGrams.of(searched, List.of()));
        send(ProposalMove.APPROVE, approved, Map.of("name", approved.text("name"), "number", number));
        var event = new ProposalApproved(approved.id(), approved.organisation(), number);
        events.publish(approved.id(), ProposalMove.APPROVE.requireEvent(event));
    }

    private void handBack(Proposal returned, String reason) {
        proposals.store(returned);
        send(ProposalMove.RETURN, returned, Map.of("name", returned.text("name"), "reason", reason));
    }

    private void send(ProposalMove move, Proposal proposal, Map<String, String> parameters) {
        var recipient = new Recipient.Organisation(proposal.organisation(), TemplateProgrammeModule.REALM);
        move.message().ifPresent(message -> outbox.send(message, recipient, parameters));
    }
}
