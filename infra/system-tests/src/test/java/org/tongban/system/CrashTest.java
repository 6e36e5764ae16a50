package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Migrate;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.ServerProcess;

class CrashTest {
    private static final String PRODUCTS = "/api/product-filing/v1/products";
    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_THE_CRASH = 40;

    private final Path data = Path.of(System.getProperty("tongban.test.data"))
            .toAbsolutePath()
            .resolve("crash-" + ProcessHandle.current().pid());

    @Test
    @Tag("CO-80")
    void nothing_acknowledged_is_lost_when_the_server_and_then_the_embedded_servers_are_killed() throws Exception {
        List<String> acknowledged;
        try (var servers = EmbeddedProcess.start(data)) {
            Migrate.run(environment(servers));
            var server = ServerProcess.start(environment(servers), data.resolve("server.log"));
            acknowledged = writeUntilKilled(server);

            try (var again = ServerProcess.start(environment(servers), data.resolve("server.log"))) {
                assertThat(drafts(again)).containsAll(acknowledged);
            }
            servers.process().destroyForcibly().onExit().join();
        }
        try (var servers = EmbeddedProcess.start(data);
                var server = ServerProcess.start(environment(servers), data.resolve("server.log"))) {
            assertThat(drafts(server)).containsAll(acknowledged);
            assertThat(server.as("unit-a").post(PRODUCTS).status()).isEqualTo(201);
        }
    }

    private List<String> writeUntilKilled(ServerProcess server) throws Exception {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        var unit = server.as("unit-a");
        var enough = new CountDownLatch(WRITES_BEFORE_THE_CRASH);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(unit, acknowledged, enough));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            server.kill();
        }
        return List.copyOf(acknowledged);
    }

    private static void write(Api unit, List<String> acknowledged, CountDownLatch enough) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var answer = unit.post(PRODUCTS);
                if (answer.status() == 201) {
                    acknowledged.add(answer.json().path("id").asText());
                    enough.countDown();
                }
            }
        } catch (UncheckedIOException killed) {
            assertThat(enough.getCount()).isZero();
        }
    }

    private Map<String, String> environment(EmbeddedProcess servers) {
        var environment = new HashMap<>(servers.environment());
        environment.put("TONGBAN_DATA", data.toString());
        return environment;
    }

    private static List<String> drafts(ServerProcess server) {
        var unit = server.as("unit-a");
        var found = new ArrayList<String>();
        var next = PRODUCTS + "?limit=100";
        while (!next.isEmpty()) {
            var page = unit.get(next).json();
            page.path("items").forEach(item -> found.add(item.path("id").asText()));
            var cursor = page.path("nextCursor").asText();
            next = cursor.isEmpty() ? "" : PRODUCTS + "?limit=100&cursor=" + cursor;
        }
        return found;
    }
}
