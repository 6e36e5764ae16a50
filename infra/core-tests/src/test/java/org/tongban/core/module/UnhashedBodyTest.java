package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A key stands for one body, so a write that heeds keys has a body whose hash is taken. */
@TongbanTest
@Tag("CO-12")
class UnhashedBodyTest {
    @Test
    void a_write_whose_body_would_not_count_stops_the_start_by_name() {
        var environment = new HashMap<>(Tongban.running().servers().environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        var settings = Map.<String, Object>of(
                "trial.unhashed",
                "true",
                "micronaut.server.port",
                -1,
                "datasources.default.maximum-pool-size",
                2,
                "datasources.default.minimum-idle",
                1);
        var failure = catchThrowable(() -> Platform.start(environment, settings).close());
        assertThat(failure).isNotNull();
        assertThat(StartFailure.sentence(failure)).contains("UnhashedController.saveUnhashed");
    }
}
