package org.tongban.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tongban.core.client.Portal;
import org.tongban.core.event.Events;
import org.tongban.core.web.Transactions;
import org.tongban.core.webhook.send.TestNames;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;
import org.tongban.trial.NoteSubmitted;
import org.tongban.trial.Rows;

/** Webhooks of a platform that may call this machine, where a receiver answers as the test wants. */
abstract class AtReceiver {
    static final String WEBHOOKS = "/api/platform/v1/webhooks";
    static final String TYPE = "trial.note-submitted";
    static final Duration PATIENCE = Duration.ofSeconds(40);

    static final LoopbackGateway receiver = new LoopbackGateway();
    static final List<Received> received = new CopyOnWriteArrayList<>();
    /** One for all tests of this kind; it ends with them. */
    static final Tongban tongban = start();

    private static final AtomicInteger PATHS = new AtomicInteger();

    /** A call of a webhook. */
    record Received(String path, String id, String timestamp, String signature, String host, String contentType) {}

    private static Tongban start() {
        var data = Path.of("target/tongban-data/webhooks-"
                        + ProcessHandle.current().pid())
                .toAbsolutePath();
        return Tongban.start(
                EmbeddedProcess.start(data),
                data,
                Map.of(
                        "platform.webhooks.allowed-networks", "127.0.0.1",
                        "platform.webhooks.timeout", "1s",
                        "platform.webhooks.per-owner", 3));
    }

    @BeforeEach
    void begin() {
        answers(200);
    }

    /** What one test has registered is told nothing of the next. */
    @AfterEach
    void forget() {
        Rows.change(tongban, "delete from core.webhook");
    }

    /** The receiver answers each call so. */
    static void answers(int status) {
        behave(exchange -> LoopbackGateway.answer(exchange, status, "{}"));
    }

    static void behave(LoopbackGateway.Behaviour behaviour) {
        received.clear();
        receiver.behave(exchange -> {
            received.add(received(exchange));
            behaviour.handle(exchange);
        });
    }

    private static Received received(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return new Received(
                exchange.getRequestURI().getPath(),
                String.valueOf(headers.getFirst("webhook-id")),
                String.valueOf(headers.getFirst("webhook-timestamp")),
                String.valueOf(headers.getFirst("webhook-signature")),
                String.valueOf(headers.getFirst("Host")),
                String.valueOf(headers.getFirst("Content-Type")));
    }

    /** A portal with its token, and a place of its own at the receiver. */
    record Hooked(Api api, String path, JsonNode webhook) {
        String place() {
            return WEBHOOKS + "/" + id();
        }

        UUID id() {
            return UUID.fromString(webhook.path("id").asText());
        }

        String secret() {
            return webhook.path("secret").asText();
        }
    }

    static Api portal() {
        return tongban.withToken(Portal.withSecret(tongban, "platform:webhooks").token());
    }

    static String newPath() {
        return "/hook-" + PATHS.incrementAndGet();
    }

    static JsonNode setup(String url) {
        return Api.json("{'url': '%s', 'eventTypes': ['%s']}".formatted(url, TYPE));
    }

    /** A new portal with a webhook at the receiver. */
    static Hooked hooked() {
        return hooked(portal());
    }

    static Hooked hooked(Api api) {
        var path = newPath();
        return hooked(api, receiver.url() + path, path);
    }

    static Hooked hooked(Api api, String url, String path) {
        var made = api.post(WEBHOOKS, setup(url));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return new Hooked(api, path, made.json());
    }

    static TestNames names() {
        return tongban.context().getBean(TestNames.class);
    }

    /** Something happens to a note, whose name is nobody's business. */
    static UUID publish(String name) {
        var note = UUID.randomUUID();
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(Events.class).publish(note, new NoteSubmitted(note, name));
            return note;
        });
        return note;
    }

    static List<Received> at(String path) {
        return received.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** The one delivery of a webhook, once it is in a state. */
    static JsonNode awaitDelivery(Hooked hooked, String state) {
        await().atMost(PATIENCE)
                .until(() -> hooked.api()
                                .get(hooked.place() + "/deliveries?state=" + state)
                                .json()
                                .path("items")
                                .size()
                        == 1);
        return hooked.api()
                .get(hooked.place() + "/deliveries?state=" + state)
                .json()
                .at("/items/0");
    }

    static String place(JsonNode delivery) {
        return WEBHOOKS
                + "/"
                + delivery.path("webhook").asText()
                + "/deliveries/"
                + delivery.path("id").asText();
    }
}
