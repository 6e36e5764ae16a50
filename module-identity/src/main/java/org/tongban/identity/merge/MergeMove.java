package org.tongban.identity.merge;

import static org.tongban.identity.IdentityActor.REVIEWER;
import static org.tongban.identity.merge.MergeState.IN_REVIEW;
import static org.tongban.identity.merge.MergeState.MERGED;
import static org.tongban.identity.merge.MergeState.REJECTED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.identity.PersonsMerged;

/** Every move of a merge (ID-44). */
enum MergeMove implements Move<MergeState> {
    APPROVE(Row.of(REVIEWER, IN_REVIEW).to(MERGED).publishes(PersonsMerged.class)),
    REJECT(Row.of(REVIEWER, IN_REVIEW).to(REJECTED));

    private final Row<MergeState> row;

    MergeMove(Row<MergeState> row) {
        this.row = row;
    }

    @Override
    public Row<MergeState> row() {
        return row;
    }
}
