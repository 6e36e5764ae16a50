package org.tongban.identity.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentityActor;

/** Who moves a merge, from where to where: all states, moves and actors (ID-44). */
@Tag("ID-44")
class MergeMoveTest {
    private static final Map<MergeMove, Set<String>> ALLOWED = Map.of(
            MergeMove.APPROVE, Set.of("REVIEWER in-review merged"),
            MergeMove.REJECT, Set.of("REVIEWER in-review rejected"));

    @Test
    void each_move_is_made_by_whom_and_from_where_the_table_says_and_no_other() {
        for (var move : MergeMove.values()) {
            var allowed = new TreeSet<String>();
            for (var actor : IdentityActor.values()) {
                for (var state : MergeState.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(actor + " " + state.code() + " "
                                + move.apply(state, actor).code());
                    }
                }
            }
            assertThat(allowed).as(move.name()).isEqualTo(ALLOWED.get(move));
        }
    }
}
