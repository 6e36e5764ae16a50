package org.tongban.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.client.Portal;
import org.tongban.testkit.Api;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Portals register webhooks and are told of events, signed (CO-51). */
@Tag("CO-51")
class WebhooksTest extends AtReceiver {
    private static String signed(String secret, Received call, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var said = call.id() + "." + call.timestamp() + "." + body;
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Tag("CO-58")
    void a_webhook_is_told_of_an_event_signed_and_with_ids_alone() throws Exception {
        var hooked = hooked();
        var note = publish("张三的记录");
        var delivery = awaitDelivery(hooked, "delivered");
        var call = at(hooked.path()).getFirst();
        var body = receiver.bodies().getFirst();
        assertThat(call.signature()).isEqualTo(signed(hooked.secret(), call, body));
        assertThat(call.contentType()).startsWith("application/json");
        assertThat(Long.parseLong(call.timestamp())).isPositive();
        var said = Api.json(body);
        assertThat(said.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "type", "timestamp", "data");
        assertThat(said.path("id").asText())
                .isEqualTo(call.id())
                .isEqualTo(delivery.path("event").asText());
        assertThat(said.path("type").asText()).isEqualTo(TYPE);
        assertThat(said.path("timestamp").asText()).isNotEmpty();
        assertThat(said.path("data")).isEqualTo(Api.json("{'id': '" + note + "'}"));
        var shown = hooked.api().get(place(delivery)).json();
        assertThat(shown.path("aggregate").asText()).isEqualTo(note.toString());
        assertThat(shown.at("/log/0/status").asInt()).isEqualTo(200);
    }

    @Test
    @Tag("RL-12")
    void a_secret_is_shown_once_and_a_new_one_overlaps_it() throws Exception {
        var hooked = hooked();
        assertThat(hooked.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(hooked.api().get(hooked.place()).json().has("secret")).isFalse();
        var renewed = hooked.api().post(hooked.place() + "/secret").json();
        var next = renewed.path("secret").asText();
        assertThat(next).startsWith("whsec_").isNotEqualTo(hooked.secret());
        assertThat(renewed.path("previousSecretUntil").asText()).isNotEmpty();
        assertThat(Rows.of(tongban, "select cast(w as text) as row from core.webhook w where id = ?", hooked.id())
                        .toString())
                .doesNotContain(next)
                .doesNotContain(hooked.secret());
        publish("first");
        awaitDelivery(hooked, "delivered");
        var call = at(hooked.path()).getFirst();
        var body = receiver.bodies().getFirst();
        assertThat(call.signature().split(" "))
                .containsExactly(signed(next, call, body), signed(hooked.secret(), call, body));
        Rows.change(tongban, "update core.webhook set previous_until = created_at where id = ?", hooked.id());
        answers(200);
        publish("second");
        await().atMost(PATIENCE).until(() -> at(hooked.path()).size() == 1);
        var later = at(hooked.path()).getFirst();
        assertThat(later.signature())
                .isEqualTo(signed(next, later, receiver.bodies().getFirst()));
    }

    @Test
    void a_webhook_hears_of_what_it_asked_for_and_of_what_came_after_it() {
        publish("before");
        var hooked = hooked();
        var other = portal();
        var made = other.post(
                WEBHOOKS,
                Api.json("{'url': '%s/other', 'eventTypes': ['platform.holidays-changed']}".formatted(receiver.url())));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        publish("after");
        awaitDelivery(hooked, "delivered");
        assertThat(at(hooked.path())).hasSize(1);
        assertThat(at("/other")).isEmpty();
    }

    @Test
    @Tag("CO-12")
    void a_webhook_is_changed_as_it_was_last_read() {
        var hooked = hooked();
        var api = hooked.api();
        var moved = newPath();
        var body = setup(receiver.url() + moved);
        ((ObjectNode) body).put("contact", "ops@example.org");
        assertThat(api.put(hooked.place(), body).status()).isEqualTo(428);
        assertThat(api.with("If-Match", "\"nothing\"").put(hooked.place(), body).status())
                .isEqualTo(412);
        var changed = api.with("If-Match", api.get(hooked.place()).etag()).put(hooked.place(), body);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().path("contact").asText())
                .doesNotContain("ops@")
                .endsWith("example.org");
        publish("moved");
        await().atMost(PATIENCE).until(() -> at(moved).size() == 1);
        assertThat(at(hooked.path())).isEmpty();
    }

    @Test
    @Tag("CO-28")
    void a_portal_reaches_its_own_webhooks_alone_and_operators_all() {
        var mine = hooked();
        var stranger = portal();
        assertThat(stranger.get(WEBHOOKS).json().path("items").size()).isZero();
        assertThat(mine.api().get(WEBHOOKS).json().path("items").size()).isEqualTo(1);
        for (var path : List.of("", "/deliveries", "/deliveries/" + UUID.randomUUID())) {
            assertThat(stranger.get(mine.place() + path).status()).as(path).isEqualTo(404);
        }
        for (var path : List.of("/secret", "/disable", "/enable", "/deliveries/" + UUID.randomUUID() + "/redeliver")) {
            assertThat(stranger.post(mine.place() + path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.delete(mine.place()).status()).isEqualTo(404);
        var admin = tongban.as("admin");
        assertThat(admin.get(mine.place()).json().path("client").asText()).isNotEmpty();
        assertThat(admin.get(WEBHOOKS).json().path("items").size()).isPositive();
        var without = tongban.withToken(Portal.withSecret(tongban).token());
        assertThat(without.get(WEBHOOKS).status()).isEqualTo(403);
        assertThat(without.post(WEBHOOKS, setup(receiver.url())).status()).isEqualTo(403);
        assertThat(tongban.anonymous().get(WEBHOOKS).status()).isEqualTo(401);
        assertThat(tongban.as("reviewer").get(WEBHOOKS).status()).isEqualTo(403);
        var regional = People.staffOf(tongban, "33", "platform-administrator").api();
        assertThat(regional.get(WEBHOOKS).status()).isEqualTo(403);
    }

    @Test
    void a_portal_has_as_many_webhooks_as_it_may_and_deletes_what_it_wants() {
        var api = portal();
        var first = hooked(api);
        hooked(api);
        hooked(api);
        assertThat(api.post(WEBHOOKS, setup(receiver.url())).code()).isEqualTo("webhook-limit");
        publish("deleted");
        awaitDelivery(first, "delivered");
        assertThat(api.delete(first.place()).status()).isEqualTo(204);
        assertThat(api.get(first.place()).status()).isEqualTo(404);
        assertThat(Rows.count(tongban, "select count(*) from core.webhook_delivery where webhook = ?", first.id()))
                .isZero();
        hooked(api);
    }

    @Test
    void a_disabled_webhook_is_told_nothing_until_it_is_enabled() {
        var hooked = hooked();
        var api = hooked.api();
        var disabled = api.post(hooked.place() + "/disable").json();
        assertThat(disabled.path("state").asText()).isEqualTo("disabled");
        assertThat(disabled.path("disabledFor").asText()).isEqualTo("asked");
        var witness = hooked();
        publish("unheard");
        awaitDelivery(witness, "delivered");
        assertThat(api.post(hooked.place() + "/enable").json().path("state").asText())
                .isEqualTo("active");
        publish("heard");
        awaitDelivery(hooked, "delivered");
        assertThat(at(hooked.path())).hasSize(1);
    }

    @Test
    void what_is_for_a_client_that_is_disabled_waits() {
        var portal = Portal.withSecret(tongban, "platform:webhooks");
        var hooked = hooked(tongban.withToken(portal.token()));
        tongban.as("admin").post(portal.path() + "/disable");
        var witness = hooked();
        publish("waits");
        awaitDelivery(witness, "delivered");
        assertThat(at(hooked.path())).isEmpty();
        tongban.as("admin").post(portal.path() + "/enable");
        await().atMost(PATIENCE).until(() -> at(hooked.path()).size() == 1);
    }

    @Test
    void the_types_of_events_are_listed_and_no_other_is_taken() {
        var api = portal();
        var types = api.get("/api/platform/v1/event-types").json().path("items");
        assertThat(types).extracting(type -> type.asText()).contains(TYPE, "platform.holidays-changed");
        var refused = api.post(
                WEBHOOKS,
                Api.json("{'url': '%s', 'eventTypes': ['%s', 'trial.nothing-done']}".formatted(receiver.url(), TYPE)));
        assertThat(refused.code()).isEqualTo("webhook-refused");
        assertThat(refused.violations().toString()).contains("/eventTypes/1");
        assertThat(api.post(WEBHOOKS, Api.json("{'url': '%s', 'eventTypes': []}".formatted(receiver.url())))
                        .code())
                .isEqualTo("invalid-input");
        assertThat(api.post(WEBHOOKS, Api.json("{}")).code()).isEqualTo("invalid-input");
    }

    @Test
    @Tag("CO-12")
    void a_key_of_idempotency_keeps_no_secret() {
        var api = portal().with("Idempotency-Key", "webhook-" + UUID.randomUUID());
        hooked(api);
        hooked(api);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.idempotency_key where convert_from(body, 'UTF8') like '%whsec_%'"))
                .isZero();
    }
}
