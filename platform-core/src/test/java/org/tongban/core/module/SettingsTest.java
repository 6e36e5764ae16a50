package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySourcePropertyResolver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.core.module.Setting.Kind;

/** A setting has a kind, and what is not of that kind stops the start by name. */
@Tag("CO-81")
class SettingsTest {
    private static final String BAD = "a bad value";

    private static PropertySourcePropertyResolver resolver(Map<String, Object> values) {
        return new PropertySourcePropertyResolver(MapPropertySource.of("test", values));
    }

    static Stream<Setting> settings_that_can_be_bad() {
        return CoreSettings.ALL.stream().filter(setting -> !setting.kind().accepts(BAD));
    }

    @ParameterizedTest
    @MethodSource("settings_that_can_be_bad")
    void a_bad_value_is_refused_by_the_name_of_its_property(Setting setting) {
        var name = setting.name().replaceAll("<[a-z]+>", "sme");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> TypedSettings.check(resolver(Map.of(name, BAD)), CoreSettings.ALL))
                .withMessageContaining(name)
                .withMessageContaining(BAD);
    }

    @Test
    void every_bad_value_is_told_at_once() {
        var values = new HashMap<String, Object>();
        settings_that_can_be_bad()
                .filter(setting -> !setting.name().contains("<"))
                .forEach(setting -> values.put(setting.name(), BAD));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> TypedSettings.check(resolver(values), CoreSettings.ALL))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(values.keySet()));
    }

    @Test
    void what_holds_where_nothing_is_set_is_of_the_kind() {
        assertThat(CoreSettings.ALL).allSatisfy(setting -> {
            if (setting.fallback() != null) {
                assertThat(setting.kind().accepts(setting.fallback()))
                        .as(setting.name())
                        .isTrue();
            }
        });
    }

    @Test
    void no_name_and_no_variable_stands_for_two() {
        assertThat(CoreSettings.ALL).extracting(Setting::name).doesNotHaveDuplicates();
        var variables = new HashSet<String>();
        assertThat(CoreSettings.ALL)
                .filteredOn(setting -> setting.variable() != null)
                .allMatch(setting -> variables.add(setting.variable()));
    }

    @Test
    void nothing_set_is_nothing_bad() {
        assertThatCode(() -> TypedSettings.check(resolver(Map.of()), CoreSettings.ALL))
                .doesNotThrowAnyException();
    }

    @Test
    void a_secret_is_never_shown() {
        var settings = List.of(Setting.unset("sme.key", Kind.SECRET, "a key"));
        assertThatCode(() -> TypedSettings.check(resolver(Map.of("sme.key", BAD)), settings))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION, 2s, true",
        "DURATION, 200ms, true",
        "DURATION, PT15M, true",
        "DURATION, P14D, true",
        "DURATION, 2, false",
        "DURATION, soon, false",
        "DURATION, 0s, false",
        "DURATION, 000ms, false",
        "DURATION, PT0S, false",
        "DURATION, 10s, true",
        "LOG_FORMAT, json, true",
        "LOG_FORMAT, text, true",
        "LOG_FORMAT, xml, false",
        "SIZE, 1MB, true",
        "SIZE, 541065216, true",
        "SIZE, 1 MB, false",
        "SIZE, -1, false",
        "COUNT, 1, true",
        "COUNT, 0, false",
        "COUNT, 1.5, false",
        "WHOLE_NUMBER, 0, true",
        "PORT, 0, true",
        "PORT, -1, true",
        "PORT, 65535, true",
        "PORT, 65536, false",
        "YES_NO, true, true",
        "YES_NO, yes, false",
        "ADDRESS, https://example.org/store, true",
        "ADDRESS, http://127.0.0.1:9000, true",
        "ADDRESS, example.org, false"
    })
    void a_kind_takes_its_own_values_only(Kind kind, String value, boolean accepted) {
        assertThat(kind.accepts(value)).isEqualTo(accepted);
    }
}
