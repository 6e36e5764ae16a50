package org.tongban.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.faults.fuzz.Fuzz;
import org.tongban.faults.fuzz.Target;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class FuzzTest {
    private static final long SEED = 20261120;
    private static final int REQUESTS = 1_500;

    @Test
    @Tag("RL-4")
    @Tag("CO-10")
    void a_bad_request_gets_a_described_refusal_and_no_failure(Tongban tongban) throws IOException {
        var tokens = Map.of(
                "anonymous",
                "",
                "unit-a",
                tongban.signIn("unit-a"),
                "reviewer",
                tongban.signIn("reviewer"),
                "forged",
                "a.b.c");
        var openApi = tongban.anonymous().get("/openapi.json").json();
        var target = new Target(tongban.address(), openApi, tokens, FuzzSuite.VARIABLES, Map.of());

        var outcome = new Fuzz(target, SEED)
                .run(Integer.getInteger("tongban.fuzz.requests", REQUESTS), Duration.ofMinutes(2));

        assertThat(outcome.operations()).isGreaterThan(30);
        assertThat(outcome.findings()).as(outcome.requests() + " requests").isEmpty();
    }
}
