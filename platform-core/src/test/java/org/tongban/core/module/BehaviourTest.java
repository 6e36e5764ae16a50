package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CO-2")
class BehaviourTest {
    @Test
    void gives_each_declaration_its_bean() {
        assertThat(Behaviour.of("TaskBody", List.of("a", "b"), List.of("b", "a"), Function.identity()))
                .containsOnlyKeys("a", "b");
    }

    @Test
    void refuses_the_start_with_every_fault_at_once() {
        var declared = List.of("missing", "twice", "again", "again");
        var beans = List.of("twice", "twice", "again", "stray");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Behaviour.of("TaskBody", declared, beans, Function.identity()))
                .withMessageContaining("“missing” is declared but has no TaskBody")
                .withMessageContaining("“twice” has 2 of TaskBody")
                .withMessageContaining("“again” is declared twice")
                .withMessageContaining("“stray”, which no module declares");
    }
}
