package org.tongban.filing.update;

import static org.tongban.filing.FilingActor.REVIEWER;
import static org.tongban.filing.FilingActor.STAFF;
import static org.tongban.filing.FilingActor.TASK;
import static org.tongban.filing.FilingActor.UNIT;
import static org.tongban.filing.update.UpdateState.DONE;
import static org.tongban.filing.update.UpdateState.DUE;
import static org.tongban.filing.update.UpdateState.IN_REVIEW;
import static org.tongban.filing.update.UpdateState.MISSED;
import static org.tongban.filing.update.UpdateState.RETURNED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.filing.ProductUpdated;

/** Every move of an update; a new one is due from the opening of its round (PF-81). */
enum UpdateMove implements Move<UpdateState> {
    SUBMIT(Row.of(UNIT, DUE, RETURNED).to(IN_REVIEW)),
    WITHDRAW(Row.of(UNIT, IN_REVIEW).to(DUE)),
    APPROVE(Row.of(REVIEWER, IN_REVIEW).to(DONE).sends("filing.updated").publishes(ProductUpdated.class)),
    RETURN(Row.of(REVIEWER, IN_REVIEW).to(RETURNED).sends("filing.update-returned")),
    MISS(Row.of(TASK, DUE, RETURNED).to(MISSED).sends("filing.update-missed")),
    REOPEN(Row.of(STAFF, MISSED).to(DUE).sends("filing.update-open"));

    private final Row<UpdateState> row;

    UpdateMove(Row<UpdateState> row) {
        this.row = row;
    }

    @Override
    public Row<UpdateState> row() {
        return row;
    }
}
