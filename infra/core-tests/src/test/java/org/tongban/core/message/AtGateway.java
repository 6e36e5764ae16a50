package org.tongban.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.testkit.LoopbackGateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.tongban.core.module.Language;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;

/** Messages of a platform whose short messages go to a gateway that answers as the test wants. */
abstract class AtGateway {
    static final String SECRET = "what-the-provider-knows";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final LoopbackGateway gateway = new LoopbackGateway();
    static final List<String> signatures = new CopyOnWriteArrayList<>();
    static final List<String> keys = new CopyOnWriteArrayList<>();
    /** One for all tests of this kind; it ends with them. */
    static final Tongban tongban = start();

    private static Tongban start() {
        var data = Path.of("target/tongban-data/messages-"
                        + ProcessHandle.current().pid())
                .toAbsolutePath();
        return Tongban.start(
                EmbeddedProcess.start(data),
                data,
                Map.of(
                        "platform.sms.provider", "http",
                        "platform.sms.http.url", gateway.url() + "/messages",
                        "platform.sms.http.secret", "Bearer open",
                        "platform.sms.http.signing-key", "signed",
                        "platform.sms.receipts-secret", SECRET));
    }

    @BeforeEach
    void begin() {
        tongban.clock().moveTo(Tongban.MOMENT);
        accept();
    }

    static void accept() {
        gateway.behave(exchange -> {
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Tongban-Signature")));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            answer(exchange, 202, "{\"id\": \"" + UUID.randomUUID() + "\"}");
        });
    }

    static void send(String template, String phone, Map<String, String> parameters) {
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(Outbox.class).send(template, new Recipient.Phone(phone), parameters);
            return phone;
        });
    }

    static void note(String phone, String name) {
        send("trial.submitted", phone, Map.of("name", name, "number", "1"));
    }

    static void code(String phone) {
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context()
                    .getBean(Outbox.class)
                    .sendWhileTrue(
                            "core.otp",
                            new Recipient.Phone(phone),
                            Map.of("code", "123456", "purpose", "x", "minutes", "5"),
                            Language.ZH,
                            tongban.context().getBean(DatabaseClock.class).now().plusSeconds(300));
            return phone;
        });
    }

    /** The rows of a phone, as the newest first. */
    static List<JsonNode> of(String phone) {
        return java.util.stream.StreamSupport.stream(tongban.outbox().spliterator(), false)
                .filter(message -> message.path("to").asText().equals(phone))
                .toList();
    }

    static List<String> states(String phone) {
        return of(phone).stream()
                .map(message -> message.path("state").asText())
                .sorted()
                .toList();
    }

    static void awaitStates(String phone, String... states) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(phone)).containsExactly(states));
    }

    static UUID id(String phone) {
        return UUID.fromString(of(phone).getFirst().path("id").asText());
    }

    static List<String> namesSentTo(String phone) {
        return gateway.bodies().stream()
                .map(Api::json)
                .filter(body -> body.path("to").asText().equals(phone))
                .map(body -> body.path("parameters").path("name").asText())
                .toList();
    }

    static String hmac(String key, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
