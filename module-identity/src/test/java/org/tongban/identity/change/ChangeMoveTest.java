package org.tongban.identity.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentityActor;

/** Who moves a change, from where to where: all states, moves and actors (ID-8). */
@Tag("ID-8")
class ChangeMoveTest {
    @Test
    void the_registry_or_an_officer_decides_what_is_in_review() {
        var allowed = new TreeSet<String>();
        for (var move : ChangeMove.values()) {
            for (var actor : IdentityActor.values()) {
                for (var state : ChangeState.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(actor + " " + state.code() + " "
                                + move.apply(state, actor).code());
                    }
                }
            }
        }
        assertThat(allowed)
                .containsExactly(
                        "PLATFORM in-review applied", "REVIEWER in-review applied", "REVIEWER in-review rejected");
    }
}
