package org.tongban.identity.application;

import static org.tongban.identity.IdentityActor.ADMINISTRATOR;
import static org.tongban.identity.IdentityActor.HANDLER;
import static org.tongban.identity.IdentityActor.PLATFORM;
import static org.tongban.identity.application.ApplicationState.APPROVED;
import static org.tongban.identity.application.ApplicationState.LAPSED;
import static org.tongban.identity.application.ApplicationState.PENDING;
import static org.tongban.identity.application.ApplicationState.REJECTED;
import static org.tongban.identity.application.ApplicationState.WITHDRAWN;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;

/** Every move of an application to be a handler (ID-14, ID-15). */
public enum ApplicationMove implements Move<ApplicationState> {
    APPROVE(Row.of(ADMINISTRATOR, PENDING).to(APPROVED)),
    REJECT(Row.of(ADMINISTRATOR, PENDING).to(REJECTED)),
    /** Nobody has decided on it for too long. */
    LAPSE(Row.of(PLATFORM, PENDING).to(LAPSED)),
    /** The applicant has closed the account. */
    WITHDRAW(Row.of(HANDLER, PENDING).to(WITHDRAWN));

    private final Row<ApplicationState> row;

    ApplicationMove(Row<ApplicationState> row) {
        this.row = row;
    }

    @Override
    public Row<ApplicationState> row() {
        return row;
    }
}
