package org.tongban.identity.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentityActor;

/** Who moves a manual enrolment, from where to where: all states, moves and actors (ID-25). */
@Tag("ID-25")
class ManualMoveTest {
    @Test
    void an_officer_decides_and_what_was_returned_comes_back_or_lapses() {
        var allowed = new TreeSet<String>();
        for (var move : ManualMove.values()) {
            for (var actor : IdentityActor.values()) {
                for (var state : ManualState.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(actor + " " + state.code() + " "
                                + move.apply(state, actor).code());
                    }
                }
            }
        }
        assertThat(allowed)
                .containsExactly(
                        "HANDLER returned in-review",
                        "HANDLER returned lapsed",
                        "PLATFORM returned lapsed",
                        "REVIEWER in-review passed",
                        "REVIEWER in-review returned");
    }
}
