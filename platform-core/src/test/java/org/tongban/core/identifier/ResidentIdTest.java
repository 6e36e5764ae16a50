package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.identifier.Parsed.Refused;

@Tag("CO-72")
class ResidentIdTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @ValueSource(strings = {"440524188001010014", "11010519491231002X", "11010519491231002x", "830000199001010012"})
    void accepts_a_number_with_a_right_check_digit(String typed) {
        assertThat(ResidentId.parse(typed, TODAY).value()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "110105194902310026, birth-date",
        "440524188001010015, check-digit",
        "44052418800101001, length",
        "4405241880010100A4, characters"
    })
    void names_the_part_that_is_wrong(String typed, String code) {
        assertThat(((Refused<?>) ResidentId.parse(typed, TODAY)).code()).isEqualTo(code);
    }

    @Test
    void refuses_a_birth_after_today() {
        var eve = ResidentId.parse("830000199001010012", LocalDate.of(1989, 12, 31));
        assertThat(((Refused<?>) eve).code()).isEqualTo("birth-date");
        assertThat(ResidentId.parse("830000199001010012", LocalDate.of(1990, 1, 1))
                        .value())
                .isPresent();
    }

    @Test
    @Tag("CO-58")
    void hides_birth_and_sequence_when_printed() {
        assertThat(new ResidentId("11010519491231002X")).hasToString("110***********002X");
    }

    @Test
    void cannot_hold_a_wrong_number() {
        assertThatThrownBy(() -> new ResidentId("440524188001010015"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("440524");
    }
}
