package org.tongban.filing.verification;

import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where a verification or a change of it stands (PF-7). */
enum VerificationState implements State {
    DRAFT(new Title("未提交", "Not submitted")),
    PENDING_REVIEW(new Title("等待审核", "Waiting for review")),
    RETURNED(new Title("未通过审核", "Returned")),
    VERIFIED(new Title("已通过审核", "Approved"));

    private final Title title;

    VerificationState(Title title) {
        this.title = title;
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        return this == VERIFIED;
    }

    /** Whether its content may be changed. */
    boolean isEditable() {
        return switch (this) {
            case DRAFT, RETURNED -> true;
            case PENDING_REVIEW, VERIFIED -> false;
        };
    }
}
