package org.tongban.filing.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.filing.FilingActor;

@Tag("PF-7")
@Tag("CO-8")
class VerificationMoveTest {
    @Test
    void all_states_moves_and_actors_allow_the_rows_of_the_table_and_no_others() {
        var allowed = new ArrayList<String>();
        for (var state : VerificationState.values()) {
            for (var move : VerificationMove.values()) {
                for (var actor : FilingActor.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add("%s -> %s by %s".formatted(state, move.to().orElseThrow(), actor));
                    }
                }
            }
        }
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "DRAFT -> PENDING_REVIEW by UNIT",
                        "RETURNED -> PENDING_REVIEW by UNIT",
                        "PENDING_REVIEW -> DRAFT by UNIT",
                        "PENDING_REVIEW -> VERIFIED by REVIEWER",
                        "PENDING_REVIEW -> RETURNED by REVIEWER");
    }
}
