package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.Parsed.Refused;

@Tag("CO-72")
class PatentNumberTest {
    @ParameterizedTest
    @CsvSource({
        "ZL201510958772.0, 201510958772.0, INVENTION",
        "ZL201811564288.X, 201811564288.X, INVENTION",
        "ZL2012800227917, 201280022791.7, INVENTION",
        "zl 2015 1 0958772.0, 201510958772.0, INVENTION",
        "CN201821844933.9, 201821844933.9, UTILITY_MODEL",
        "202322865413.3, 202322865413.3, UTILITY_MODEL",
        "ZL201830072131.x, 201830072131.X, DESIGN",
        "ＺＬ２０１９３０２８８２７５．３, 201930288275.3, DESIGN",
        "ZL97101765.4, 97101765.4, INVENTION",
        "ZL95115608X, 95115608.X, INVENTION"
    })
    void reads_every_spelling_into_the_canonical_one(String typed, String canonical, PatentKind kind) {
        var number = PatentNumber.parse(typed).value().orElseThrow();
        assertThat(number.value()).isEqualTo(canonical);
        assertThat(PatentKind.of(number)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "ZL202410123456.7, check-digit",
        "ZL202310123456.7, check-digit",
        "ZL201510958772, check-digit-missing",
        "ZL95115608, check-digit-missing",
        "ZL20151095877.0, shape",
        "CN203124359U, shape",
        "ZL201540958772.0, type-digit",
        "ZL199910958772.0, year",
        "ZL50115608.X, year"
    })
    void names_the_part_that_is_wrong(String typed, String code) {
        assertThat(((Refused<?>) PatentNumber.parse(typed)).code()).isEqualTo(code);
    }

    @Test
    void cannot_hold_a_wrong_number() {
        assertThatThrownBy(() -> new PatentNumber("202410123456.7")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PatentNumber("ZL201510958772.0")).isInstanceOf(IllegalArgumentException.class);
    }
}
