package org.tongban.filing.verification;

import static org.tongban.filing.FilingActor.REVIEWER;
import static org.tongban.filing.FilingActor.UNIT;
import static org.tongban.filing.verification.VerificationState.DRAFT;
import static org.tongban.filing.verification.VerificationState.PENDING_REVIEW;
import static org.tongban.filing.verification.VerificationState.RETURNED;
import static org.tongban.filing.verification.VerificationState.VERIFIED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;

/** Every move of a verification and of a change (PF-7, PF-8). */
enum VerificationMove implements Move<VerificationState> {
    SUBMIT(Row.of(UNIT, DRAFT, RETURNED).to(PENDING_REVIEW)),
    WITHDRAW(Row.of(UNIT, PENDING_REVIEW).to(DRAFT)),
    APPROVE(Row.of(REVIEWER, PENDING_REVIEW).to(VERIFIED).sends("filing.verification-passed")),
    RETURN(Row.of(REVIEWER, PENDING_REVIEW).to(RETURNED).sends("filing.verification-returned"));

    private final Row<VerificationState> row;

    VerificationMove(Row<VerificationState> row) {
        this.row = row;
    }

    @Override
    public Row<VerificationState> row() {
        return row;
    }
}
