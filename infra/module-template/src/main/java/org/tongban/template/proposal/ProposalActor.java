package org.tongban.template.proposal;

import org.tongban.core.module.Title;
import org.tongban.core.state.Actor;

/** Who makes a move. */
enum ProposalActor implements Actor {
    ORGANISATION("单位", "Organisation"),
    REVIEWER("审核员", "Reviewer"),
    PLATFORM("系统", "Platform");

    private final Title title;

    ProposalActor(String zh, String en) {
        this.title = new Title(zh, en);
    }

    @Override
    public Title title() {
        return title;
    }
}
