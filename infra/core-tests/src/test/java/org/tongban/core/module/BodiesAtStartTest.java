package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What a body is taken as is wrong from the start, or right for every request. */
@TongbanTest
class BodiesAtStartTest {
    /** Starts a platform with a controller that is there for it alone. */
    private static String refusal(String controller) {
        var environment = new HashMap<>(Tongban.running().servers().environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        var settings = Map.<String, Object>of(
                controller,
                "true",
                "micronaut.server.port",
                -1,
                "datasources.default.maximum-pool-size",
                2,
                "datasources.default.minimum-idle",
                1);
        var failure = catchThrowable(() -> Platform.start(environment, settings).close());
        assertThat(failure).isNotNull();
        return StartFailure.sentence(failure);
    }

    @Test
    @Tag("CO-12")
    void a_write_whose_body_would_not_count_stops_the_start_by_name() {
        assertThat(refusal("trial.unhashed")).contains("UnhashedController.saveUnhashed");
    }

    @Test
    @Tag("CO-10b")
    @Tag("CO-32")
    void a_body_that_cannot_take_what_its_form_finds_stops_the_start_by_name() {
        assertThat(refusal("trial.misfit")).contains("MisfitController.saveFormless, MisfitController.saveTyped");
    }
}
