package org.tongban.identity.enrol;

import static org.tongban.identity.IdentityActor.HANDLER;
import static org.tongban.identity.IdentityActor.PLATFORM;
import static org.tongban.identity.enrol.EnrolmentState.COMPLETED;
import static org.tongban.identity.enrol.EnrolmentState.LAPSED;
import static org.tongban.identity.enrol.EnrolmentState.USER_CREATED;
import static org.tongban.identity.enrol.EnrolmentState.VERIFIED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;

/** Every move of an enrolment (ID-11 to ID-14). */
public enum EnrolmentMove implements Move<EnrolmentState> {
    CREATE_USER(Row.of(HANDLER, VERIFIED).to(USER_CREATED)),
    /** The handler's face is proved: the account is active, or somebody is asked to approve it. */
    COMPLETE(Row.of(HANDLER, USER_CREATED).to(COMPLETED)),
    /** Nobody went on with it in time. */
    LAPSE(Row.of(PLATFORM, VERIFIED, USER_CREATED).to(LAPSED)),
    /** The account was closed by its owner. */
    WITHDRAW(Row.of(HANDLER, USER_CREATED).to(LAPSED));

    private final Row<EnrolmentState> row;

    EnrolmentMove(Row<EnrolmentState> row) {
        this.row = row;
    }

    @Override
    public Row<EnrolmentState> row() {
        return row;
    }
}
