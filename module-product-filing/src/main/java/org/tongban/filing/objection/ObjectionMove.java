package org.tongban.filing.objection;

import static org.tongban.filing.FilingActor.REVIEWER;
import static org.tongban.filing.objection.ObjectionState.DISMISSED;
import static org.tongban.filing.objection.ObjectionState.NOT_UPHELD;
import static org.tongban.filing.objection.ObjectionState.RECEIVED;
import static org.tongban.filing.objection.ObjectionState.STATEMENT_ASKED;
import static org.tongban.filing.objection.ObjectionState.TAKEN_UP;
import static org.tongban.filing.objection.ObjectionState.UPHELD;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;

/** Every move of an objection; a new one is received (PF-61). */
enum ObjectionMove implements Move<ObjectionState> {
    TAKE_UP(Row.of(REVIEWER, RECEIVED).to(TAKEN_UP)),
    ASK_STATEMENT(Row.of(REVIEWER, TAKEN_UP).to(STATEMENT_ASKED).sends("filing.statement-asked")),
    DISMISS(Row.of(REVIEWER, RECEIVED).to(DISMISSED).sends("filing.objection-result")),
    UPHOLD(Row.of(REVIEWER, TAKEN_UP, STATEMENT_ASKED).to(UPHELD).sends("filing.objection-result")),
    REFUSE(Row.of(REVIEWER, TAKEN_UP, STATEMENT_ASKED).to(NOT_UPHELD).sends("filing.objection-result")),
    /** The decision fell in its re-examination, which the unit asked for (CO-46d). */
    OVERTURN(Row.of(REVIEWER, UPHELD).to(NOT_UPHELD).sends("filing.objection-result"));

    private final Row<ObjectionState> row;

    ObjectionMove(Row<ObjectionState> row) {
        this.row = row;
    }

    @Override
    public Row<ObjectionState> row() {
        return row;
    }
}
