package org.tongban.identity.change;

import static org.tongban.identity.IdentityActor.PLATFORM;
import static org.tongban.identity.IdentityActor.REVIEWER;
import static org.tongban.identity.change.ChangeState.APPLIED;
import static org.tongban.identity.change.ChangeState.IN_REVIEW;
import static org.tongban.identity.change.ChangeState.REJECTED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.identity.OrganisationChanged;

/** Every move of a change (ID-8). */
enum ChangeMove implements Move<ChangeState> {
    /** The registry of businesses says the same. */
    MATCH(Row.of(PLATFORM, IN_REVIEW)
            .to(APPLIED)
            .sends("identity.organisation-changed")
            .publishes(OrganisationChanged.class)),
    APPROVE(Row.of(REVIEWER, IN_REVIEW)
            .to(APPLIED)
            .sends("identity.organisation-changed")
            .publishes(OrganisationChanged.class)),
    REJECT(Row.of(REVIEWER, IN_REVIEW).to(REJECTED));

    private final Row<ChangeState> row;

    ChangeMove(Row<ChangeState> row) {
        this.row = row;
    }

    @Override
    public Row<ChangeState> row() {
        return row;
    }
}
