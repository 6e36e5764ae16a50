package org.tongban.filing.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.message.MessageTemplate;
import org.tongban.filing.FilingActor;
import org.tongban.filing.ProductFilingModule;

/** The moves of an update, row by row (PF-81). */
@Tag("PF-81")
class UpdateMoveTest {
    private static final List<String> TABLE = List.of(
            "DUE -> IN_REVIEW by UNIT: SUBMIT",
            "RETURNED -> IN_REVIEW by UNIT: SUBMIT",
            "IN_REVIEW -> DUE by UNIT: WITHDRAW",
            "IN_REVIEW -> DONE by REVIEWER: APPROVE",
            "IN_REVIEW -> RETURNED by REVIEWER: RETURN",
            "DUE -> MISSED by TASK: MISS",
            "RETURNED -> MISSED by TASK: MISS",
            "MISSED -> DUE by STAFF: REOPEN");

    @Test
    void all_states_moves_and_actors_allow_the_rows_of_the_table_and_no_others() {
        var allowed = new ArrayList<String>();
        for (var state : UpdateState.values()) {
            for (var move : UpdateMove.values()) {
                for (var actor : FilingActor.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(
                                "%s -> %s by %s: %s".formatted(state, move.to().orElseThrow(), actor, move));
                    }
                }
            }
        }
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(TABLE);
        assertThat(UpdateFlow.machine().faults()).isEmpty();
    }

    @Test
    void every_message_that_a_move_sends_is_declared() {
        assertThat(List.of(UpdateMove.values()).stream()
                        .flatMap(move -> move.message().stream())
                        .distinct())
                .hasSize(4)
                .isSubsetOf(new ProductFilingModule()
                        .messages().stream().map(MessageTemplate::id).toList());
    }
}
