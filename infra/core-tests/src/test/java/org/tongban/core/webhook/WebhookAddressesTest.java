package org.tongban.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.webhook.send.TestNames;
import org.tongban.testkit.Tongban;

/** A webhook leads nowhere inside: neither when it is registered nor when it is called (CO-51). */
@Tag("CO-51")
class WebhookAddressesTest extends AtReceiver {
    @ParameterizedTest
    @CsvSource({
        "https://localhost/, not-public",
        "https://127.0.0.1/, not-public",
        "https://127.1/, ambiguous-host",
        "https://2130706433/, ambiguous-host",
        "https://0x7f.0.0.1/, ambiguous-host",
        "https://0x7f000001/, ambiguous-host",
        "https://0177.0.0.1/, ambiguous-host",
        "https://012.1.2.3/, ambiguous-host",
        "https://192.168.010.1/, ambiguous-host",
        "https://93.184.215.014/, ambiguous-host",
        "https://127.0.0.1./, ambiguous-host",
        "https://0.0.0.0/, not-public",
        "https://10.1.2.3/, not-public",
        "https://172.31.255.255/, not-public",
        "https://192.168.0.1/, not-public",
        "https://169.254.169.254/latest/meta-data/, not-public",
        "https://100.100.100.200/latest/meta-data/, not-public",
        "https://192.0.2.1/, not-public",
        "https://198.18.0.1/, not-public",
        "https://224.0.0.1/, not-public",
        "https://255.255.255.255/, not-public",
        "https://[::]/, not-public",
        "https://[::1]/, not-public",
        "https://[::ffff:127.0.0.1]/, not-public",
        "https://[::ffff:10.0.0.1]/, not-public",
        "https://[64:ff9b::7f00:1]/, not-public",
        "https://[2002:7f00:1::]/, not-public",
        "https://[fe80::1]/, not-public",
        "https://[fd00:ec2::254]/, not-public",
        "https://mixed.test/, not-public",
        "https://inside.test/, not-public",
        "https://nowhere.test/, not-public",
        "http://public.test/, not-secure",
        "https://user@public.test/, not-an-address",
        "https://user:word@public.test/, not-an-address",
        "https://public.test/#part, not-an-address",
        "https://, not-an-address",
    })
    void what_is_inside_or_unsafe_is_not_registered(String url, String code) {
        // Where nothing is allowed beyond what everybody reaches.
        var strict = Tongban.running();
        var names = strict.context().getBean(TestNames.class);
        names.put("public.test", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c");
        names.put("mixed.test", "93.184.215.14", "10.0.0.1");
        names.put("inside.test", "fd12:3456::1");
        var refused = strict.as("admin").post(WEBHOOKS, setup(url));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        if (!url.equals("https://")) {
            assertThat(refused.code()).isEqualTo("webhook-refused");
            assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/url");
            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo(code);
        }
    }

    @Test
    @Tag("RL-4")
    void a_name_inside_is_refused_by_the_words_of_one_that_is_not_there() {
        var strict = Tongban.running();
        strict.context().getBean(TestNames.class).put("inside.test", "10.0.0.1");
        var inside =
                strict.as("admin").post(WEBHOOKS, setup("https://inside.test/")).json();
        var absent =
                strict.as("admin").post(WEBHOOKS, setup("https://absent.test/")).json();
        assertThat(inside.path("errors")).isEqualTo(absent.path("errors"));
        assertThat(inside.path("detail")).isEqualTo(absent.path("detail"));
    }

    @Test
    void what_everybody_reaches_is_registered() {
        var strict = Tongban.running();
        strict.context().getBean(TestNames.class).put("outside.test", "93.184.215.14");
        var made = strict.as("admin").post(WEBHOOKS, setup("https://outside.test:8443/hooks?of=tongban"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(strict.as("admin")
                        .delete(WEBHOOKS + "/" + made.json().path("id").asText())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_name_that_comes_to_lead_inside_is_not_followed() {
        names().put("rebind.test", "93.184.215.14");
        var port = receiver.url().substring(receiver.url().lastIndexOf(':'));
        var hooked = hooked(portal(), "https://rebind.test" + port + "/rebound", "/rebound");
        names().put("rebind.test", "127.0.0.2");
        publish("rebound");
        await().atMost(PATIENCE)
                .until(() -> hooked.api().get(hooked.place()).json().has("failingSince"));
        var queued = awaitDelivery(hooked, "queued");
        assertThat(queued.path("lastError").asText()).contains("not public");
        assertThat(at("/rebound")).isEmpty();
        assertThat(hooked.api().get(place(queued)).json().at("/log/0").has("status"))
                .isFalse();
    }

    @Test
    void the_call_goes_to_the_address_that_was_looked_at() {
        var port = receiver.url().substring(receiver.url().lastIndexOf(':'));
        // No resolver but the test's knows this name.
        names().put("pinned.test", "127.0.0.1");
        var hooked = hooked(portal(), "http://pinned.test" + port + "/pinned", "/pinned");
        publish("pinned");
        awaitDelivery(hooked, "delivered");
        assertThat(at("/pinned")).extracting(Received::host).containsExactly("pinned.test" + port);
    }
}
