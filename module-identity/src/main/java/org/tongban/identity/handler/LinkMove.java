package org.tongban.identity.handler;

import static org.tongban.identity.IdentityActor.ORGANISATION;
import static org.tongban.identity.IdentityActor.PERSON;
import static org.tongban.identity.IdentityActor.PLATFORM;
import static org.tongban.identity.handler.LinkState.ACTIVE;
import static org.tongban.identity.handler.LinkState.AWAITING_PERSON;
import static org.tongban.identity.handler.LinkState.ENDED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.identity.HandlerLinked;
import org.tongban.identity.HandlerUnlinked;

/** Every move of a handler's link (ID-6, ID-7). */
enum LinkMove implements Move<LinkState> {
    /** A registered person, whose phone has proved it, handles the business at once. */
    CONFIRM(Row.of(ORGANISATION, AWAITING_PERSON).to(ACTIVE).publishes(HandlerLinked.class)),
    /** A new person has accepted the terms and chosen a password. */
    TAKE_OVER(Row.of(PERSON, AWAITING_PERSON).to(ACTIVE).publishes(HandlerLinked.class)),
    UNLINK(Row.of(ORGANISATION, AWAITING_PERSON, ACTIVE).to(ENDED).publishes(HandlerUnlinked.class)),
    REPLACE(Row.of(ORGANISATION, AWAITING_PERSON, ACTIVE).to(ENDED).publishes(HandlerUnlinked.class)),
    /** The organisation has closed its account. */
    CLOSE(Row.of(PLATFORM, AWAITING_PERSON, ACTIVE).to(ENDED).publishes(HandlerUnlinked.class));

    private final Row<LinkState> row;

    LinkMove(Row<LinkState> row) {
        this.row = row;
    }

    @Override
    public Row<LinkState> row() {
        return row;
    }
}
