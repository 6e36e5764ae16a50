package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.event.Events;
import org.tongban.core.web.Transactions;
import org.tongban.filing.ProductFiled;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;

/** The library that portals use takes what a webhook is sent, and nothing that was changed on the way (CO-51). */
@Tag("CO-51")
class WebhookReceiverTest {
    private static final List<String> HEADERS = List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    @Test
    void the_library_of_standard_webhooks_takes_what_is_sent() throws Exception {
        var node = OutsideTool.node();
        var data = Path.of("target/tongban-data/receiver-"
                        + ProcessHandle.current().pid())
                .toAbsolutePath();
        var tongban = Tongban.start(
                EmbeddedProcess.start(data), data, Map.of("platform.webhooks.allowed-networks", "127.0.0.1"));
        try (var receiver = new LoopbackGateway()) {
            var sent = sent(tongban, receiver);
            var changed = sent.deepCopy();
            changed.put("body", sent.path("body").asText().replace("product-filed", "product-fired"));
            var foreign = sent.deepCopy();
            foreign.put("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
            var old = sent.deepCopy();
            ((ObjectNode) old.path("headers")).put("webhook-timestamp", "1614265330");

            assertThat(verdicts(node, List.of(sent, changed, foreign, old))).isEqualTo("[true,false,false,false]");
        } finally {
            tongban.stop();
        }
    }

    /** What a receiver is sent, with the secret that it was shown. */
    private static ObjectNode sent(Tongban tongban, LoopbackGateway receiver) {
        var headers = new AtomicReference<ObjectNode>();
        receiver.behave(exchange -> {
            var seen = JsonNodeFactory.instance.objectNode();
            HEADERS.forEach(name -> seen.put(name, exchange.getRequestHeaders().getFirst(name)));
            headers.set(seen);
            LoopbackGateway.answer(exchange, 204, "");
        });
        var made = tongban.as("admin")
                .post(
                        "/api/platform/v1/webhooks",
                        Api.json("{'url': '%s/hook', 'eventTypes': ['product-filing.product-filed']}"
                                .formatted(receiver.url())));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        publish(tongban);
        await().atMost(Duration.ofMinutes(1)).until(() -> headers.get() != null);
        var sent = JsonNodeFactory.instance.objectNode();
        sent.put("secret", made.json().path("secret").asText());
        sent.set("headers", headers.get());
        return sent.put("body", receiver.bodies().getFirst());
    }

    private static void publish(Tongban tongban) {
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(Events.class).publish(UUID.randomUUID(), event());
            return true;
        });
    }

    private static ProductFiled event() {
        return new ProductFiled(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "CP2026-0000012-0",
                "示例产品",
                2025,
                LocalDate.of(2026, 11, 20));
    }

    private static String verdicts(String node, List<? extends JsonNode> deliveries) throws Exception {
        ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(List.copyOf(deliveries));
        var input = Files.createTempFile("tongban-webhooks", ".json");
        try {
            Files.writeString(input, all.toString());
            return OutsideTool.run(Map.of(), List.of(node, "webhook.mjs", input.toString()))
                    .strip();
        } finally {
            Files.delete(input);
        }
    }
}
