package org.tongban.template.proposal;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;
import org.tongban.template.TemplateProgrammeModule;

/** The proposal's states and moves, for the declaration: from it they are checked and drawn. */
public final class ProposalFlow {
    private ProposalFlow() {}

    public static StateMachine declared() {
        return new StateMachine(
                TemplateProgrammeModule.ID + ".proposal",
                new Title("申请", "Proposal"),
                ProposalState.DRAFT,
                List.of(ProposalState.values()),
                List.of(ProposalMove.values()));
    }
}
