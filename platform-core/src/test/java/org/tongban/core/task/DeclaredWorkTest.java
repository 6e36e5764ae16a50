package org.tongban.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.StartRefused;
import org.tongban.core.module.Title;

@Tag("CO-2")
class DeclaredWorkTest {
    @Test
    void gives_each_declaration_its_body() {
        assertThat(DeclaredWork.matched("task", List.of("a", "b"), List.of("b", "a"), Function.identity()))
                .containsOnlyKeys("a", "b");
    }

    @Test
    void refuses_the_start_with_every_fault_at_once() {
        var bodies = List.of("twice", "twice", "undeclared");
        assertThatThrownBy(() -> DeclaredWork.matched("task", List.of("missing", "twice"), bodies, Function.identity()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("task missing has 0 bodies")
                .hasMessageContaining("task twice has 2 bodies")
                .hasMessageContaining("undeclared, which no module declares");
    }

    @Test
    @Tag("CO-75")
    void cuts_the_content_of_a_rejection_short() {
        var rejection = new JobRejection(1, "𠮷".repeat(300), "shape", new Title("", ""));
        assertThat(rejection.content().codePointCount(0, rejection.content().length()))
                .isEqualTo(201);
    }
}
