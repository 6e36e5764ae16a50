package org.tongban.identity.renewal;

import static org.tongban.identity.IdentityActor.REVIEWER;
import static org.tongban.identity.renewal.RenewalState.APPROVED;
import static org.tongban.identity.renewal.RenewalState.IN_REVIEW;
import static org.tongban.identity.renewal.RenewalState.REJECTED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;

/** Every move of a renewal (ID-2). */
enum RenewalMove implements Move<RenewalState> {
    APPROVE(Row.of(REVIEWER, IN_REVIEW).to(APPROVED)),
    REJECT(Row.of(REVIEWER, IN_REVIEW).to(REJECTED));

    private final Row<RenewalState> row;

    RenewalMove(Row<RenewalState> row) {
        this.row = row;
    }

    @Override
    public Row<RenewalState> row() {
        return row;
    }
}
