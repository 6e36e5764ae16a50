package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Platform;
import org.tongban.stray.Gate;
import org.tongban.stray.GateController;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A node that is told to stop (CO-81). */
@TongbanTest
@Tag("CO-81")
class StopTest {
    @Test
    void answers_what_it_has_begun_and_takes_nothing_more(Tongban tongban) throws Exception {
        var environment = new HashMap<>(tongban.servers().environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        var node = Platform.start(
                environment,
                Map.of(
                        "micronaut.server.port", -1,
                        "datasources.default.maximum-pool-size", 2,
                        "datasources.default.minimum-idle", 1,
                        "platform.tasks.enabled", false));
        var address = node.getBean(EmbeddedServer.class).getURI();
        var gate = node.getBean(Gate.class);
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.sendAsync(
                    HttpRequest.newBuilder(address.resolve(GateController.PATH)).build(), BodyHandlers.ofString());
            await().until(gate::isReached);
            var stopped = CompletableFuture.runAsync(node::close);
            await().until(() -> !listens(address));
            assertThat(stopped).isNotDone();
            gate.open();
            assertThat(answer.get().statusCode()).isEqualTo(200);
            assertThat(answer.get().body()).isEqualTo("passed");
            stopped.get();
        } finally {
            gate.open();
            node.close();
        }
    }

    private static boolean listens(URI address) {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
