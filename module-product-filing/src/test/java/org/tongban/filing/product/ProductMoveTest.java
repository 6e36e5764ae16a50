package org.tongban.filing.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.event.EventType;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorKind;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.publicdata.FiledProduct;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.UnitState;

@Tag("PF-80")
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
            "FILED -> REVOKED by UNIT: CONFIRM_REVOCATION");

    @Test
    void all_states_moves_and_actors_allow_the_rows_of_the_table_and_no_others() {
        var allowed = new ArrayList<String>();
        for (var state : ProductState.values()) {
            for (var move : ProductMove.values()) {
                for (var actor : Actor.values()) {
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
                for (var actor : Actor.values()) {
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
    void every_state_is_entered_by_a_move() {
        var entered = EnumSet.noneOf(ProductState.class);
        Arrays.stream(ProductMove.values()).flatMap(move -> move.to().stream()).forEach(entered::add);

        assertThat(entered).containsExactlyInAnyOrder(ProductState.values());
    }

    @Test
    void only_a_revoked_product_is_left_by_no_move() {
        var left = EnumSet.noneOf(ProductState.class);
        Arrays.stream(ProductMove.values())
                .flatMap(move -> move.from().stream())
                .forEach(left::add);

        assertThat(EnumSet.complementOf(left)).containsExactly(ProductState.REVOKED);
    }

    @Test
    void every_message_that_a_move_sends_is_declared_and_none_is_declared_that_no_move_sends() {
        var declared = new ProductFilingModule()
                .messages().stream().map(MessageTemplate::id).toList();

        assertThat(Arrays.stream(ProductMove.values())
                        .flatMap(move -> move.message().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void every_event_that_a_move_publishes_is_declared_and_none_is_declared_that_no_move_publishes() {
        var declared = new ProductFilingModule()
                .events().stream().<Class<?>>map(EventType::payload).toList();
        var day = LocalDate.of(2026, 11, 20);
        var filed = new FiledProduct(
                new UUID(0, 1),
                "无人机",
                "示例单位",
                "12410100000000019R",
                "410000",
                2025,
                day,
                "CP2026-0000001-0",
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                List.of());
        var unit = new FilingUnit(new UUID(0, 2), new UUID(0, 3), UnitState.VERIFIED, "review", Instant.EPOCH);

        assertThat(Arrays.stream(ProductMove.values())
                        .flatMap(move -> move.event().stream())
                        .<Class<?>>map(event -> event.apply(filed, unit).getClass()))
                .containsExactlyInAnyOrderElementsOf(declared);
    }
}
