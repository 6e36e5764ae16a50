package org.tongban.filing.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.event.EventType;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorKind;
import org.tongban.filing.FilingActor;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.PublicStateChanged;

@Tag("PF-80")
@Tag("CO-8")
class ProductMoveTest {
    /** Every row of the table: from, to, by, move. */
    private static final List<String> TABLE = List.of(
            "DRAFT -> IN_REVIEW by UNIT: SUBMIT",
            "RETURNED -> IN_REVIEW by UNIT: SUBMIT",
            "DRAFT -> nothing by UNIT: DELETE",
            "RETURNED -> nothing by UNIT: DELETE",
            "IN_REVIEW -> DRAFT by UNIT: WITHDRAW",
            "IN_REVIEW -> FILED by REVIEWER: APPROVE",
            "IN_REVIEW -> RETURNED by REVIEWER: RETURN",
            "FILED -> REVOCATION_IN_REVIEW by UNIT: ASK_REVOCATION",
            "REVOCATION_IN_REVIEW -> REVOKED by REVIEWER: APPROVE_REVOCATION",
            "REVOCATION_IN_REVIEW -> FILED by REVIEWER: REFUSE_REVOCATION",
            "REVOCATION_IN_REVIEW -> FILED by UNIT: WITHDRAW_REVOCATION",
            "FILED -> REVOKED by UNIT: CONFIRM_REVOCATION",
            "REVOKED -> FILED by REVIEWER: REINSTATE");

    @Test
    void all_states_moves_and_actors_allow_the_rows_of_the_table_and_no_others() {
        var allowed = new ArrayList<String>();
        for (var state : ProductState.values()) {
            for (var move : ProductMove.values()) {
                for (var actor : FilingActor.values()) {
                    if (move.isAllowed(state, actor)) {
                        var to = move.to().map(Enum::name).orElse("nothing");
                        allowed.add("%s -> %s by %s: %s".formatted(state, to, actor, move));
                    }
                }
            }
        }

        assertThat(allowed).containsExactlyInAnyOrderElementsOf(TABLE);
    }

    @Test
    void any_other_move_is_refused_with_both_states() {
        for (var state : ProductState.values()) {
            for (var move : ProductMove.values()) {
                for (var actor : FilingActor.values()) {
                    if (!move.isAllowed(state, actor)) {
                        var refusal = catchThrowableOfType(DomainException.class, () -> move.apply(state, actor));
                        assertThat(refusal.code().kind()).isEqualTo(ErrorKind.CONFLICT);
                        assertThat(refusal.members())
                                .containsEntry("from", state.code())
                                .containsEntry("move", move.code());
                        move.to().ifPresent(to -> assertThat(refusal.members()).containsEntry("to", to.code()));
                    }
                }
            }
        }
    }

    @Test
    void every_state_is_reached_and_left() {
        assertThat(ProductFlow.machine().faults()).isEmpty();
    }

    @Test
    void every_message_that_a_move_sends_is_declared() {
        var declared = new ProductFilingModule()
                .messages().stream().map(MessageTemplate::id).toList();

        assertThat(Arrays.stream(ProductMove.values())
                        .flatMap(move -> move.message().stream())
                        .distinct())
                .isNotEmpty()
                .isSubsetOf(declared);
    }

    @Test
    void every_event_that_a_move_publishes_is_declared_and_none_is_declared_that_no_move_publishes() {
        var module = new ProductFilingModule();
        // What the public sees follows from several records at once, and so goes with no one move.
        var declared = module.events().stream()
                .<Class<?>>map(EventType::payload)
                .filter(payload -> payload != PublicStateChanged.class)
                .toList();

        assertThat(module.stateMachines().stream()
                        .flatMap(machine -> machine.moves().stream())
                        .<Class<?>>flatMap(move -> move.event().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(declared);
    }
}
