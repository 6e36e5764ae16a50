package org.tongban.identity.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentityActor;

/** Who moves a renewal, from where to where: all states, moves and actors (ID-2). */
@Tag("ID-2")
class RenewalMoveTest {
    @Test
    void only_an_officer_decides_and_only_what_is_in_review() {
        var allowed = new TreeSet<String>();
        for (var move : RenewalMove.values()) {
            for (var actor : IdentityActor.values()) {
                for (var state : RenewalState.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(actor + " " + state.code() + " "
                                + move.apply(state, actor).code());
                    }
                }
            }
        }
        assertThat(allowed).containsExactly("REVIEWER in-review approved", "REVIEWER in-review rejected");
    }
}
