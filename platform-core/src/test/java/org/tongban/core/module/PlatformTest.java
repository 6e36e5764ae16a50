package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySourcePropertyResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mode that the platform runs in decides before it starts. */
@Tag("CO-81")
class PlatformTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DATABASE_URL", "jdbc:postgresql://localhost:1/none",
            "DATABASE_USER", "nobody",
            "DATABASE_PASSWORD", "none",
            "S3_ENDPOINT", "http://localhost:1",
            "S3_BUCKET", "none",
            "S3_ACCESS_KEY", "none",
            "S3_SECRET_KEY", "none",
            "MASTER_KEY", "none");

    private static Map<String, String> in(String modes) {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put("MICRONAUT_ENVIRONMENTS", modes);
        return environment;
    }

    private static boolean hasOwnManagementPort(String modes) {
        try (var context = Platform.prepare(in(modes), Map.of())) {
            return context.getEnvironment()
                    .getProperty("endpoints.all.port", Integer.class)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "production", "production,beijing"})
    void keeps_health_and_figures_off_the_public_port(String modes) {
        assertThat(hasOwnManagementPort(modes)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "beijing, dev"})
    void leaves_them_on_the_one_port_where_it_is_built_and_tested(String modes) {
        assertThat(hasOwnManagementPort(modes)).isFalse();
    }

    @Test
    @Tag("CO-4")
    void names_the_switches_of_modules_that_are_not_installed() {
        var settings = new PropertySourcePropertyResolver(MapPropertySource.of(
                "test",
                Map.of(
                        "platform.modules.sme.enabled", "false",
                        "platform.modules.smme.enabled", "false",
                        "platform.modules.gone.enabled", "true")));
        assertThat(Platform.unknownSwitches(settings, Set.of("platform", "sme")))
                .containsExactly("platform.modules.gone.enabled", "platform.modules.smme.enabled");
    }

    @Test
    @Tag("CO-42")
    void does_not_start_in_use_without_a_provider_of_short_messages() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Platform.start(in("production"), Map.of()))
                .withMessageContaining("SMS_PROVIDER");
    }
}
