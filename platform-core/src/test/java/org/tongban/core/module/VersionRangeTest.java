package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges follow Maven's syntax, without qualifiers (CO-1). */
@Tag("CO-1")
class VersionRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0.1,0.2) | 0.1",
                "[0.1,0.2) | 0.1.0",
                "[0.1,0.2) | 0.1.99",
                "(1,2]     | 2.0.0",
                "(1,2]     | 1.0.1",
                "[1.2]     | 1.2.0",
                "[1,)      | 99.0",
                "(,2)      | 0.0.1",
                "[1,2),[3,4) | 3.5",
                "[9,11)    | 10.0"
            })
    void holds_what_lies_inside(String range, String version) {
        assertThat(VersionRange.parse(range).holds(version)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0.1,0.2) | 0.2",
                "[0.1,0.2) | 0.0.9",
                "(1,2]     | 1.0",
                "(1,2]     | 2.0.1",
                "[1.2]     | 1.2.1",
                "(,2)      | 2",
                "[1,2),[3,4) | 2.5"
            })
    void holds_nothing_outside(String range, String version) {
        assertThat(VersionRange.parse(range).holds(version)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0", "[1,2", "1,2)", "(1)", "[1,2)[3,4)", "[1,2),", "[1.0-rc1,2)", "[a,b]", "[1;2)"})
    void refuses_what_is_no_range(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2,1)", "[1,1)", "(1,1]"})
    void refuses_a_range_that_holds_nothing(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0-SNAPSHOT", "1.0.0-rc1", "v1", "", "1..2", "1."})
    void refuses_a_version_that_is_none(String text) {
        assertThatThrownBy(() -> VersionRange.parse("[0,9)").holds(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
