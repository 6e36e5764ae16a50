package org.tongban.identity.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentityActor;

/** Who moves a handler's link, from where to where: all states, moves and actors (ID-6, ID-7). */
@Tag("ID-7")
class LinkMoveTest {
    private static final Map<LinkMove, Set<String>> ALLOWED = Map.of(
            LinkMove.CONFIRM, Set.of("ORGANISATION awaiting-person active"),
            LinkMove.TAKE_OVER, Set.of("PERSON awaiting-person active"),
            LinkMove.UNLINK, Set.of("ORGANISATION awaiting-person ended", "ORGANISATION active ended"),
            LinkMove.REPLACE, Set.of("ORGANISATION awaiting-person ended", "ORGANISATION active ended"),
            LinkMove.CLOSE, Set.of("PLATFORM awaiting-person ended", "PLATFORM active ended"));

    @Test
    void each_move_is_made_by_whom_and_from_where_the_table_says_and_no_other() {
        for (var move : LinkMove.values()) {
            var allowed = new TreeSet<String>();
            for (var actor : IdentityActor.values()) {
                for (var state : LinkState.values()) {
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
