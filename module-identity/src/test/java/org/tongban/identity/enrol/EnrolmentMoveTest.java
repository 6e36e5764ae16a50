package org.tongban.identity.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentityActor;

/** Who moves an enrolment, from where to where: all states, moves and actors (ID-11 to ID-14). */
@Tag("ID-14")
class EnrolmentMoveTest {
    @Test
    void the_handler_goes_on_step_by_step_and_what_is_left_lapses() {
        var allowed = new TreeSet<String>();
        for (var move : EnrolmentMove.values()) {
            for (var actor : IdentityActor.values()) {
                for (var state : EnrolmentState.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(actor + " " + move.code() + " " + state.code() + " "
                                + move.apply(state, actor).code());
                    }
                }
            }
        }
        assertThat(allowed)
                .containsExactly(
                        "HANDLER complete user-created completed",
                        "HANDLER create-user verified user-created",
                        "HANDLER withdraw user-created lapsed",
                        "PLATFORM lapse user-created lapsed",
                        "PLATFORM lapse verified lapsed");
    }
}
