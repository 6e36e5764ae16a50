package org.tongban.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** What a webhook does not take comes again, and what cannot be helped is given up (CO-51, CO-83c). */
@Tag("CO-51")
class DeliveriesTest extends AtReceiver {
    private static final String ALL = "/api/platform/v1/webhook-deliveries";
    private static final int MEGABYTE = 1 << 20;

    private static UUID id(com.fasterxml.jackson.databind.JsonNode delivery) {
        return UUID.fromString(delivery.path("id").asText());
    }

    /** Its next call is the last. */
    private static void exhaust(Hooked hooked) {
        Rows.change(
                tongban,
                "update core.webhook_delivery set attempts = 9, due_at = created_at where webhook = ? and state ="
                        + " 'queued'",
                hooked.id());
        Rows.change(tongban, "update core.webhook set paused_until = created_at where id = ?", hooked.id());
    }

    @Test
    void what_is_not_taken_comes_again_with_the_same_id() {
        var hooked = hooked();
        var calls = new AtomicInteger();
        behave(exchange -> {
            boolean ours = exchange.getRequestURI().getPath().equals(hooked.path());
            LoopbackGateway.answer(exchange, ours && calls.incrementAndGet() == 1 ? 503 : 204, "");
        });
        publish("again");
        var delivery = awaitDelivery(hooked, "delivered");
        assertThat(at(hooked.path()))
                .hasSize(2)
                .extracting(Received::id)
                .containsOnly(delivery.path("event").asText());
        var log = hooked.api().get(place(delivery)).json().path("log");
        assertThat(log).extracting(call -> call.path("status").asInt()).containsExactly(204, 503);
        assertThat(hooked.api().get(hooked.place()).json().path("failures").asInt())
                .isZero();
    }

    @Test
    @Tag("CO-83c")
    void what_is_never_taken_is_given_up_shown_and_told_again_on_request() {
        answers(500);
        var hooked = hooked();
        publish("dead");
        await().atMost(PATIENCE).until(() -> !at(hooked.path()).isEmpty());
        var queued = awaitDelivery(hooked, "queued");
        assertThat(hooked.api().post(place(queued) + "/redeliver").code()).isEqualTo("delivery-under-way");
        await().atMost(PATIENCE).until(() -> {
            exhaust(hooked);
            return Rows.count(
                            tongban,
                            "select count(*) from core.webhook_delivery where webhook = ? and state = 'dead'",
                            hooked.id())
                    == 1;
        });
        var dead = awaitDelivery(hooked, "dead");
        assertThat(dead.path("lastError").asText()).isEqualTo("status 500");
        assertThat(dead.has("dueAt")).isFalse();
        var admin = tongban.as("admin");
        assertThat(StreamSupport.stream(
                                admin.get(ALL + "?limit=100")
                                        .json()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .map(DeliveriesTest::id))
                .contains(id(dead));
        assertThat(tongban.anonymous().unchecked().get("/metrics").text())
                .containsPattern("tongban_webhooks_dead [1-9]");
        answers(200);
        var again = hooked.api().post(place(dead) + "/redeliver");
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json().path("state").asText()).isEqualTo("queued");
        awaitDelivery(hooked, "delivered");
        assertThat(at(hooked.path()).getLast().id())
                .isEqualTo(dead.path("event").asText());
        assertThat(hooked.api()
                        .post(hooked.place() + "/deliveries/" + UUID.randomUUID() + "/redeliver")
                        .status())
                .isEqualTo(404);
        hooked.api().post(hooked.place() + "/disable");
        assertThat(hooked.api().post(place(dead) + "/redeliver").code()).isEqualTo("webhook-disabled");
    }

    @Test
    @Tag("CO-83c")
    void what_was_due_for_three_days_without_a_call_is_given_up() {
        answers(500);
        var hooked = hooked();
        publish("over");
        awaitDelivery(hooked, "queued");
        Rows.change(
                tongban, "update core.webhook_delivery set gives_up_at = created_at where webhook = ?", hooked.id());
        awaitDelivery(hooked, "dead");
    }

    @Test
    void what_a_node_took_before_it_stopped_is_delivered_with_the_same_id() {
        var hooked = hooked();
        publish("crash");
        var delivery = awaitDelivery(hooked, "delivered");
        Rows.change(
                tongban,
                "update core.webhook_delivery set state = 'claimed', claim = gen_random_uuid(),"
                        + " claimed_until = created_at where id = ?",
                id(delivery));
        await().atMost(PATIENCE).until(() -> at(hooked.path()).size() == 2);
        assertThat(at(hooked.path()))
                .extracting(Received::id)
                .containsOnly(delivery.path("event").asText());
    }

    @Test
    void a_webhook_that_is_gone_is_disabled_and_who_made_it_is_told() {
        answers(410);
        var body = (ObjectNode) setup(receiver.url() + "/gone");
        body.put("contact", "hooks-gone@example.org");
        var admin = tongban.as("admin");
        var made = admin.post(WEBHOOKS, body).json();
        var place = WEBHOOKS + "/" + made.path("id").asText();
        publish("gone");
        await().atMost(PATIENCE)
                .until(() -> admin.get(place).json().path("state").asText().equals("disabled"));
        assertThat(admin.get(place).json().path("disabledFor").asText()).isEqualTo("gone");
        assertThat(StreamSupport.stream(tongban.outbox().spliterator(), false)
                        .filter(message -> message.path("to").asText().equals("hooks-gone@example.org")))
                .singleElement()
                .satisfies(message -> assertThat(message.path("text").asText()).contains("127.0.0.1"));
        assertThat(admin.get("/api/platform/v1/me/messages").json().path("items"))
                .anySatisfy(entry -> assertThat(entry.path("text").asText()).contains("127.0.0.1"));
        assertThat(admin.get(place + "/deliveries").json().at("/items/0/state").asText())
                .isEqualTo("dead");
        admin.delete(place);
    }

    @Test
    void a_webhook_that_took_nothing_for_days_is_disabled() {
        answers(500);
        var hooked = hooked();
        publish("first");
        await().atMost(PATIENCE)
                .until(() -> hooked.api().get(hooked.place()).json().has("failingSince"));
        Rows.change(
                tongban,
                "update core.webhook set failing_since = failing_since - interval '4 days' where id = ?",
                hooked.id());
        exhaust(hooked);
        await().atMost(PATIENCE)
                .until(() -> hooked.api()
                        .get(hooked.place())
                        .json()
                        .path("disabledFor")
                        .asText()
                        .equals("failing"));
        assertThat(tongban.anonymous().unchecked().get("/metrics").text())
                .containsPattern("tongban_webhooks_disabled [1-9]");
        var enabled = hooked.api().post(hooked.place() + "/enable").json();
        assertThat(enabled.path("failures").asInt()).isZero();
        assertThat(enabled.has("disabledFor")).isFalse();
    }

    @Test
    void a_webhook_that_does_not_answer_holds_no_other_up() throws Exception {
        var release = new CountDownLatch(1);
        var slow = hooked();
        var fast = hooked();
        behave(exchange -> {
            if (exchange.getRequestURI().getPath().equals(slow.path())) {
                waitFor(release);
            }
            LoopbackGateway.answer(exchange, 200, "{}");
        });
        for (int i = 0; i < 5; i++) {
            publish("n" + i);
        }
        await().atMost(PATIENCE).until(() -> at(fast.path()).size() == 5);
        assertThat(slow.api()
                        .get(slow.place() + "/deliveries?state=delivered")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        await().atMost(PATIENCE).until(() -> slow.api().get(slow.place()).json().has("failingSince"));
        release.countDown();
    }

    private static void waitFor(CountDownLatch release) throws IOException {
        try {
            release.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        behave(exchange -> {
            exchange.getResponseHeaders().set("Location", receiver.url() + "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });
        var hooked = hooked();
        publish("redirected");
        await().atMost(PATIENCE).until(() -> !at(hooked.path()).isEmpty());
        var queued = awaitDelivery(hooked, "queued");
        assertThat(queued.path("lastError").asText()).isEqualTo("status 307");
        assertThat(at("/elsewhere")).isEmpty();
    }

    @Test
    void an_answer_without_end_is_not_read() {
        var written = new AtomicLong();
        var cut = new CountDownLatch(1);
        behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var chunk = new byte[MEGABYTE];
            try {
                while (written.addAndGet(MEGABYTE) < 1024L * MEGABYTE) {
                    exchange.getResponseBody().write(chunk);
                }
            } finally {
                cut.countDown();
            }
        });
        var hooked = hooked();
        publish("endless");
        awaitDelivery(hooked, "delivered");
        await().atMost(PATIENCE).until(() -> cut.getCount() == 0);
        assertThat(written.get()).isLessThan(1024L * MEGABYTE);
    }

    @Test
    @Tag("CO-28")
    void what_all_webhooks_are_told_is_for_operators_of_the_whole_country() {
        assertThat(tongban.anonymous().get(ALL).status()).isEqualTo(401);
        assertThat(tongban.as("reviewer").get(ALL).status()).isEqualTo(403);
        assertThat(portal().get(ALL).status()).isEqualTo(403);
        assertThat(tongban.as("admin").get(ALL + "?state=lost").status()).isEqualTo(400);
        var hooked = hooked();
        publish("seen");
        awaitDelivery(hooked, "delivered");
        assertThat(tongban.as("admin")
                        .get(ALL + "?state=delivered")
                        .json()
                        .path("items")
                        .size())
                .isPositive();
        var regional = People.staffOf(tongban, "33", "platform-administrator").api();
        assertThat(regional.get(ALL + "?state=delivered").json().path("items").size())
                .isZero();
    }
}
