package org.tongban.template.proposal;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where a proposal stands. */
enum ProposalState implements State {
    DRAFT("草稿", "Draft"),
    IN_REVIEW("审核中", "In review"),
    RETURNED("退回修改", "Returned for correction"),
    APPROVED("已通过", "Approved");

    private final Title title;

    ProposalState(String zh, String en) {
        this.title = new Title(zh, en);
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this == APPROVED;
    }

    /** Whether the organisation may change the content: it is locked from submission on. */
    boolean isEditable() {
        return switch (this) {
            case DRAFT, RETURNED -> true;
            case IN_REVIEW, APPROVED -> false;
        };
    }
}
