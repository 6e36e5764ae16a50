package org.tongban.template.proposal;

import jakarta.inject.Singleton;
import java.time.Period;
import org.tongban.core.state.State;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;
import org.tongban.template.TemplateProgrammeModule;

/** Discards drafts that nobody touched for long: one statement, so that running it twice does no harm. */
@Singleton
class DiscardDrafts implements TaskBody {
    private static final Period KEPT = Period.ofDays(90);

    private final ProposalRepository proposals;
    private final Transactions transactions;
    private final BusinessClock clock;

    DiscardDrafts(ProposalRepository proposals, Transactions transactions, BusinessClock clock) {
        this.proposals = proposals;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TemplateProgrammeModule.DISCARD_DRAFTS;
    }

    @Override
    public void run() {
        var states = ProposalMove.DISCARD.from().stream().map(State::name).toArray(String[]::new);
        var before = clock.now().minus(KEPT);
        transactions.write(() -> proposals.discard(states, before));
    }
}
