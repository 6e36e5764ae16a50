package org.tongban.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Title;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

@Tag("CO-8")
class StateMachineTest {
    private enum Lamp implements State {
        OFF,
        SWITCHED_ON,
        BROKEN;

        @Override
        public Title title() {
            return new Title(name(), name());
        }

        @Override
        public boolean isFinal() {
            return this == BROKEN;
        }
    }

    private enum Who implements Actor {
        USER,
        TIME;

        @Override
        public Title title() {
            return new Title(name(), name());
        }
    }

    private record LampBroke(String by) {}

    private record LampMended(String by) {}

    private enum LampMove implements Move<Lamp> {
        SWITCH_ON(Row.of(Who.USER, Lamp.OFF).to(Lamp.SWITCHED_ON)),
        SWITCH_OFF(Row.of(Who.USER, Lamp.SWITCHED_ON).to(Lamp.OFF)),
        BREAK(Row.of(Who.TIME, Lamp.SWITCHED_ON).to(Lamp.BROKEN).publishes(LampBroke.class)),
        MEND(Row.of(Who.USER, Lamp.BROKEN).to(Lamp.OFF)),
        THROW_AWAY(Row.of(Who.USER, Lamp.OFF));

        private final Row<Lamp> row;

        LampMove(Row<Lamp> row) {
            this.row = row;
        }

        @Override
        public Row<Lamp> row() {
            return row;
        }
    }

    private static List<String> faults(List<Lamp> states, LampMove... moves) {
        return new StateMachine("trial.lamp", new Title("灯", "Lamp"), Lamp.OFF, states, List.of(moves)).faults();
    }

    private static List<Lamp> all() {
        return List.of(Lamp.values());
    }

    @Test
    void a_whole_machine_has_no_fault() {
        assertThat(faults(all(), LampMove.SWITCH_ON, LampMove.SWITCH_OFF, LampMove.BREAK))
                .isEmpty();
    }

    @Test
    void finds_a_state_that_is_never_reached() {
        assertThat(faults(all(), LampMove.SWITCH_ON, LampMove.SWITCH_OFF))
                .containsExactly("The state machine trial.lamp never reaches the state broken.");
    }

    @Test
    void finds_a_state_that_is_never_left_and_is_not_final() {
        assertThat(faults(List.of(Lamp.OFF, Lamp.SWITCHED_ON), LampMove.SWITCH_ON))
                .containsExactly(
                        "The state machine trial.lamp never leaves the state switched-on, which is not declared"
                                + " final.");
    }

    @Test
    void finds_a_final_state_that_is_left() {
        assertThat(faults(all(), LampMove.SWITCH_ON, LampMove.SWITCH_OFF, LampMove.BREAK, LampMove.MEND))
                .containsExactly("The state machine trial.lamp leaves the state broken, which is declared final.");
    }

    @Test
    void finds_a_state_that_is_not_listed_and_what_is_there_twice() {
        var states = List.of(Lamp.OFF, Lamp.OFF, Lamp.SWITCHED_ON);
        assertThat(faults(states, LampMove.SWITCH_ON, LampMove.SWITCH_OFF, LampMove.SWITCH_OFF, LampMove.BREAK))
                .containsExactly(
                        "The state machine trial.lamp has the state off twice.",
                        "The state machine trial.lamp has the move switch-off twice.",
                        "The state machine trial.lamp moves by a state it does not list: broken.");
    }

    @Test
    @Tag("CO-10")
    void a_move_that_the_table_does_not_have_is_refused_with_both_states() {
        assertThat(LampMove.SWITCH_ON.apply(Lamp.OFF, Who.USER)).isEqualTo(Lamp.SWITCHED_ON);
        for (var refusal : Stream.of(Lamp.SWITCHED_ON, Lamp.BROKEN)
                .map(state ->
                        catchThrowableOfType(DomainException.class, () -> LampMove.SWITCH_ON.apply(state, Who.USER)))
                .toList()) {
            assertThat(refusal.code()).isEqualTo(CoreError.ILLEGAL_MOVE);
            assertThat(refusal.members()).containsEntry("move", "switch-on").containsEntry("to", "switched-on");
        }
        assertThatThrownBy(() -> LampMove.SWITCH_ON.apply(Lamp.OFF, Who.TIME)).isInstanceOf(DomainException.class);
    }

    @Test
    void a_move_publishes_the_event_that_the_table_has_for_it_and_no_other() {
        var broke = new LampBroke("age");
        assertThat(LampMove.BREAK.requireEvent(broke)).isSameAs(broke);
        assertThatThrownBy(() -> LampMove.BREAK.requireEvent(new LampMended("glue")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LampMended");
        assertThatThrownBy(() -> LampMove.SWITCH_ON.requireEvent(broke)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_move_that_deletes_is_checked_and_leads_to_no_state() {
        LampMove.THROW_AWAY.check(Lamp.OFF, Who.USER);
        assertThatThrownBy(() -> LampMove.THROW_AWAY.apply(Lamp.OFF, Who.USER))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LampMove.THROW_AWAY.check(Lamp.BROKEN, Who.USER))
                .isInstanceOf(DomainException.class);
    }
}
