package org.tongban.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CO-8")
class SpiChangeTest {
    private static final String TYPE = "type public abstract interface task.TaskBody";
    private static final String RUN = "  public abstract void task.TaskBody.run()";

    @Test
    void a_line_that_is_gone_breaks() {
        assertThat(SpiChange.between(List.of(TYPE, RUN), List.of(TYPE)).broken())
                .containsExactly("- public abstract void task.TaskBody.run()");
    }

    @Test
    void a_new_duty_of_an_interface_breaks_and_a_default_does_not() {
        var duty = "  public abstract String task.TaskBody.task()";
        var offer = "  public default boolean task.TaskBody.isUrgent()";
        var change = SpiChange.between(List.of(TYPE, RUN), List.of(TYPE, RUN, duty, offer));

        assertThat(change.broken()).containsExactly("+ " + duty.strip());
        assertThat(change.added()).containsExactly("+ " + offer.strip());
    }

    @Test
    void a_new_interface_breaks_nothing() {
        var change = SpiChange.between(List.of(), List.of(TYPE, RUN));

        assertThat(change.broken()).isEmpty();
        assertThat(change.added()).hasSize(2);
        assertThat(SpiChange.between(List.of(TYPE, RUN), List.of(TYPE, RUN)).isNone())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "no release, 0.1.0, true",
        "0.1.0, 0.1.1, false",
        "no release, 0.1.0, true",
        "0.1.0, 0.2.0, true",
        "0.9.0, 1.0.0, true",
        "1.0.0, 1.1.0, false",
        "1.4.0, 2.0.0, true",
        "0.2.0, 0.1.0, false"
    })
    void a_break_needs_a_higher_major_or_before_one_a_higher_minor(String before, String now, boolean may) {
        assertThat(SpiChange.mayBreak(before, now)).isEqualTo(may);
    }
}
