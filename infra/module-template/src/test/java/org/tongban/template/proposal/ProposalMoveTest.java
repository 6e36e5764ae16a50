package org.tongban.template.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProposalMoveTest {
    /** All states × moves × actors: what is not listed is refused. */
    @Test
    void exactly_the_moves_of_the_table_are_allowed() {
        var allowed = new TreeSet<String>();
        for (var state : ProposalState.values()) {
            for (var move : ProposalMove.values()) {
                for (var actor : ProposalActor.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(actor + " " + move.code() + ": " + state.code() + " → "
                                + move.to().map(ProposalState::code).orElse("nothing"));
                    }
                }
            }
        }
        assertThat(allowed)
                .isEqualTo(Set.of(
                        "ORGANISATION submit: draft → in-review",
                        "ORGANISATION submit: returned → in-review",
                        "REVIEWER approve: in-review → approved",
                        "REVIEWER return: in-review → returned",
                        "PLATFORM discard: draft → nothing"));
    }
}
