package org.tongban.identity.manual;

import static org.tongban.identity.IdentityActor.HANDLER;
import static org.tongban.identity.IdentityActor.PLATFORM;
import static org.tongban.identity.IdentityActor.REVIEWER;
import static org.tongban.identity.manual.ManualState.IN_REVIEW;
import static org.tongban.identity.manual.ManualState.LAPSED;
import static org.tongban.identity.manual.ManualState.PASSED;
import static org.tongban.identity.manual.ManualState.RETURNED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;

/** Every move of a manual enrolment (ID-25, ID-26). */
enum ManualMove implements Move<ManualState> {
    PASS(Row.of(REVIEWER, IN_REVIEW).to(PASSED).sends("identity.manual-passed")),
    RETURN(Row.of(REVIEWER, IN_REVIEW).to(RETURNED).sends("identity.manual-failed")),
    RESUBMIT(Row.of(HANDLER, RETURNED).to(IN_REVIEW)),
    /** The applicant has closed the account. */
    GIVE_UP(Row.of(HANDLER, RETURNED).to(LAPSED)),
    /** Nobody has come back to what was returned. */
    LAPSE(Row.of(PLATFORM, RETURNED).to(LAPSED));

    private final Row<ManualState> row;

    ManualMove(Row<ManualState> row) {
        this.row = row;
    }

    @Override
    public Row<ManualState> row() {
        return row;
    }
}
