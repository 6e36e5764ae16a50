package org.tongban.filing.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.message.MessageTemplate;
import org.tongban.filing.FilingActor;
import org.tongban.filing.ProductFilingModule;

/** The moves of a recognition, row by row (PF-82). */
@Tag("PF-82")
class RecognitionMoveTest {
    private static final List<String> TABLE = List.of(
            "CANDIDATE -> HELD by STAFF: HOLD",
            "CANDIDATE -> NOT_MET by STAFF: REFUSE",
            "HELD -> NOT_MET by STAFF: REFUSE",
            "CANDIDATE -> IN_PUBLICITY by STAFF: PUBLISH",
            "HELD -> IN_PUBLICITY by STAFF: PUBLISH",
            "IN_PUBLICITY -> RECOGNISED by TASK: RECOGNISE",
            "IN_PUBLICITY -> RECOGNISED by REVIEWER: RECOGNISE_BY_DECISION",
            "IN_PUBLICITY -> REVOKED by REVIEWER: UPHOLD",
            "RECOGNISED -> REVOKED by REVIEWER: UPHOLD",
            "IN_PUBLICITY -> REVOKED by UNIT: REVOKE_WITH_FILING",
            "RECOGNISED -> REVOKED by UNIT: REVOKE_WITH_FILING",
            "RECOGNISED -> SUPERSEDED by TASK: SUPERSEDE",
            "RECOGNISED -> EXPIRED by TASK: EXPIRE",
            "NOT_MET -> CANDIDATE by REVIEWER: RESTORE_CANDIDATE",
            "NOT_MET -> HELD by REVIEWER: RESTORE_HELD",
            "REVOKED -> IN_PUBLICITY by REVIEWER: RESTORE_PUBLICITY",
            "REVOKED -> RECOGNISED by REVIEWER: RESTORE_RECOGNISED");

    @Test
    void all_states_moves_and_actors_allow_the_rows_of_the_table_and_no_others() {
        var allowed = new ArrayList<String>();
        for (var state : RecognitionState.values()) {
            for (var move : RecognitionMove.values()) {
                for (var actor : FilingActor.values()) {
                    if (move.isAllowed(state, actor)) {
                        allowed.add(
                                "%s -> %s by %s: %s".formatted(state, move.to().orElseThrow(), actor, move));
                    }
                }
            }
        }
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(TABLE);
        assertThat(RecognitionFlow.machine().faults()).isEmpty();
    }

    @Test
    void every_message_that_a_move_sends_is_declared() {
        assertThat(List.of(RecognitionMove.values()).stream()
                        .flatMap(move -> move.message().stream())
                        .distinct())
                .hasSize(6)
                .isSubsetOf(new ProductFilingModule()
                        .messages().stream().map(MessageTemplate::id).toList());
    }

    @Test
    @Tag("PF-52")
    void the_last_day_is_the_one_before_the_anniversary() {
        assertThat(Recognition.lastDay(LocalDate.of(2026, 12, 5))).isEqualTo(LocalDate.of(2027, 12, 4));
        assertThat(Recognition.lastDay(LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(Recognition.lastDay(LocalDate.of(2027, 3, 1))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Recognition.lastDay(LocalDate.of(2028, 2, 28))).isEqualTo(LocalDate.of(2029, 2, 27));
        assertThat(Recognition.lastDay(LocalDate.of(2028, 2, 29))).isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(Recognition.lastDay(LocalDate.of(2028, 3, 1))).isEqualTo(LocalDate.of(2029, 2, 28));
    }
}
