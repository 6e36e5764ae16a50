package org.tongban.identity.user;

import static org.tongban.identity.IdentityActor.ADMINISTRATOR;
import static org.tongban.identity.IdentityActor.HANDLER;
import static org.tongban.identity.IdentityActor.PLATFORM;
import static org.tongban.identity.IdentityActor.REVIEWER;
import static org.tongban.identity.user.UserState.ACTIVE;
import static org.tongban.identity.user.UserState.AWAITING;
import static org.tongban.identity.user.UserState.CLOSED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.identity.HandlerLinked;
import org.tongban.identity.HandlerUnlinked;

/** Every move of a handler's account (ID-14, ID-16, ID-20, ID-25). */
public enum UserMove implements Move<UserState> {
    /** The handler is the legal representative, or was added by an administrator. */
    ACTIVATE(Row.of(PLATFORM, AWAITING).to(ACTIVE).publishes(HandlerLinked.class)),
    /** Somebody of the organisation has approved the application. */
    APPROVE(Row.of(ADMINISTRATOR, AWAITING).to(ACTIVE).publishes(HandlerLinked.class)),
    /** An officer has compared the documents. */
    PASS(Row.of(REVIEWER, AWAITING).to(ACTIVE).publishes(HandlerLinked.class)),
    REJECT(Row.of(ADMINISTRATOR, AWAITING).to(CLOSED)),
    LAPSE(Row.of(PLATFORM, AWAITING).to(CLOSED)),
    WITHDRAW(Row.of(HANDLER, AWAITING).to(CLOSED)),
    LEAVE(Row.of(HANDLER, ACTIVE).to(CLOSED).publishes(HandlerUnlinked.class)),
    /** One that waits is closed so where it took the place of another one, and nobody ever came. */
    CLOSE(Row.of(ADMINISTRATOR, ACTIVE, AWAITING).to(CLOSED).publishes(HandlerUnlinked.class)),
    /** Its person has left; another account takes its place. */
    REPLACE(Row.of(ADMINISTRATOR, ACTIVE, AWAITING).to(CLOSED).publishes(HandlerUnlinked.class));

    private final Row<UserState> row;

    UserMove(Row<UserState> row) {
        this.row = row;
    }

    @Override
    public Row<UserState> row() {
        return row;
    }
}
