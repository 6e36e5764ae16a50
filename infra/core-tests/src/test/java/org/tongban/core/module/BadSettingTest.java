package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A setting that cannot be read stops the start, and the one line about it names the setting. */
@TongbanTest
@Tag("CO-81")
class BadSettingTest {
    @ParameterizedTest
    @CsvSource({
        "platform.tasks.polling, soon",
        "platform.web.max-body, much",
        "platform.sms.provider, nobody",
        "platform.master-key, short"
    })
    void a_bad_setting_is_named(String property, String value) {
        var environment = new HashMap<>(Tongban.running().servers().environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        var settings = Map.<String, Object>of(
                property,
                value,
                "micronaut.server.port",
                -1,
                "datasources.default.maximum-pool-size",
                2,
                "datasources.default.minimum-idle",
                1);
        var failure = catchThrowable(() -> Platform.start(environment, settings).close());
        assertThat(failure).isNotNull();
        assertThat(StartFailure.sentence(failure)).contains(property);
    }
}
