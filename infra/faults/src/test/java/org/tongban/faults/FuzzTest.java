package org.tongban.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Migrate;
import org.tongban.faults.fuzz.Fuzz;
import org.tongban.faults.fuzz.Target;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.ServerProcess;

/** A sample of {@code infra/faults/run fuzz}, of a fixed seed. */
class FuzzTest {
    private static final long SEED = 20_261_120;
    private static final int REQUESTS = 3_000;
    private static final int LEAST = 2_000;
    private static final Path DATA = Path.of(System.getProperty("tongban.test.data"))
            .toAbsolutePath()
            .resolve("fuzz-" + ProcessHandle.current().pid());

    @Test
    @Tag("RL-4")
    @Tag("CO-10")
    void a_bad_request_gets_a_described_refusal_and_no_failure() throws IOException {
        try (var servers = EmbeddedProcess.start(DATA)) {
            var environment = new HashMap<>(servers.environment());
            environment.put("TONGBAN_DATA", DATA.toString());
            Migrate.run(environment);
            try (var server = ServerProcess.start(environment, DATA.resolve("server.log"))) {
                var tokens = Map.of(
                        "anonymous",
                        "",
                        "forged",
                        "a.b.c",
                        "unit",
                        server.signIn("unit-a"),
                        "reviewer",
                        server.signIn("reviewer"),
                        "administrator",
                        server.signIn("admin"));
                var openApi = server.anonymous().get("/openapi.json").json();
                var target = new Target(server.address(), openApi, tokens, FuzzSuite.VARIABLES, Map.of());

                var outcome = new Fuzz(target, SEED).run(REQUESTS, Duration.ofMinutes(2));

                assertThat(outcome.findings())
                        .as(outcome.requests() + " requests")
                        .isEmpty();
                assertThat(outcome.requests()).isGreaterThan(LEAST);
                assertThat(outcome.operations()).isGreaterThan(30);
                assertThat(server.isReady()).isTrue();
            }
        }
    }
}
