package org.tongban.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            var answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + new String(body, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"7.zh\"");
            exchange.sendResponseHeaders(
                    200, exchange.getRequestURI().getPath().equals("/chunked") ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keeps_a_connection_over_answers_of_either_framing() throws IOException {
        try (var exchange = new Exchange(server.getAddress().getPort())) {
            assertThat(exchange.send(Exchange.get("/chunked", null))).isEqualTo(200);
            assertThat(exchange.text()).isEqualTo("GET /chunked ");
            assertThat(exchange.send(
                            Exchange.request("PUT", "/x", "t", "text/plain", "", "甲".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(200);
            assertThat(exchange.text()).isEqualTo("PUT /x 甲");
            assertThat(exchange.etag()).isEqualTo("\"7.zh\"");
        }
    }

    @Test
    void counts_what_all_clients_did() {
        var requests = List.of(Exchange.get("/a", null), Exchange.get("/b", null));

        var outcome = Load.run(Load.requests(server.getAddress().getPort(), requests, 200), 3, Duration.ofMillis(200));

        assertThat(outcome.count()).isGreaterThanOrEqualTo(3);
        assertThat(outcome.latencies().getTotalCount()).isEqualTo(outcome.count());
    }
}
