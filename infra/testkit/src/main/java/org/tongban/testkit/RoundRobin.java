package org.tongban.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reverse proxy that takes its nodes in turn, for requests that say how long they are. A node that cannot be connected to is passed over; one that ends within a
 * request makes it 502, as nothing says how far it came.
 */
public final class RoundRobin implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BAD_GATEWAY = 502;
    /** What one connection says to its other end, and what the client and the server here set themselves. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "host", "content-length", "transfer-encoding", "upgrade", "date");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpServer server;

    private RoundRobin(List<URI> nodes) throws IOException {
        this.nodes = nodes;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Starts a proxy on a free port of loopback. */
    public static RoundRobin before(URI... nodes) {
        try {
            return new RoundRobin(List.of(nodes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client of the nodes behind the proxy. */
    public Api withToken(String token) {
        return new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), token, null);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var from = turn.getAndIncrement();
            for (int i = 0; i < nodes.size(); i++) {
                var node = nodes.get(Math.floorMod(from + i, nodes.size()));
                try {
                    answer(exchange, client.send(request(exchange, node), BodyHandlers.ofInputStream()));
                    return;
                } catch (ConnectException away) {
                    // Nothing was sent: the next one may have it.
                }
            }
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        } catch (IOException broken) {
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI node) {
        var headers = exchange.getRequestHeaders();
        long length = Long.parseLong(Objects.requireNonNullElse(headers.getFirst("Content-Length"), "0"));
        var body = length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(exchange::getRequestBody), length);
        var request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), body);
        headers.forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        try (var body = response.body()) {
            var first = body.readNBytes(1);
            exchange.sendResponseHeaders(response.statusCode(), first.length == 0 ? -1 : 0);
            if (first.length > 0) {
                exchange.getResponseBody().write(first);
                body.transferTo(exchange.getResponseBody());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
