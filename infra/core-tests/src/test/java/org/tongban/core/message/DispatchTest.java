package org.tongban.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** How messages go out and are given up, seen from the gateway (CO-41, CO-42). */
@Tag("CO-41")
@Tag("CO-42")
class DispatchTest extends AtGateway {
    private static final String DEAD = "/api/platform/v1/messages/dead-letters";

    @Test
    void hands_a_message_over_signed_under_its_own_id() throws Exception {
        var phone = People.phone();
        note(phone, "signed");
        awaitStates(phone, "sent");
        int at = bodyOf(phone);
        var body = gateway.bodies().get(at);
        assertThat(gateway.asked().get(at)).isEqualTo("POST /messages");
        assertThat(gateway.authorizations().get(at)).isEqualTo("Bearer open");
        assertThat(signatures).contains("sha256=" + hmac("signed", body));
        assertThat(keys).contains(id(phone).toString());
        assertThat(Api.json(body))
                .isEqualTo(Api.json(("{'reference': '%s', 'to': '%s', 'template': 'trial.submitted', 'text':"
                                + " '记录signed已提交，编号1。', 'parameters': {'name': 'signed', 'number': '1'}}")
                        .formatted(id(phone), phone)));
        assertThat(Rows.of(tongban, "select provider, provider_id from core.message where id = ?", id(phone)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("provider", "http");
                    assertThat(String.valueOf(row.get("provider_id"))).hasSize(36);
                });
    }

    private int bodyOf(String phone) {
        for (int i = 0; i < gateway.bodies().size(); i++) {
            if (gateway.bodies().get(i).contains(phone)) {
                return i;
            }
        }
        throw new AssertionError("nothing was sent to " + phone);
    }

    @Test
    @Tag("CO-83c")
    void gives_up_after_five_tries_and_sends_again_when_staff_ask_for_it() {
        gateway.answers(503, "{}");
        var phone = People.phone();
        note(phone, "tried");
        for (int tries = 1; tries <= 5; tries++) {
            int so = tries;
            await().atMost(PATIENCE)
                    .until(() -> attempts(phone) == so
                            && states(phone).stream().noneMatch(List.of("claimed", "sending")::contains));
            assertThat(states(phone)).containsExactly(tries < 5 ? "queued" : "dead");
            Rows.change(tongban, "update core.message set due_at = now() where id = ? and state = 'queued'", id(phone));
        }
        var admin = tongban.as("admin");
        assertThat(listed(admin, phone)).isEqualTo("dead");
        assertThat(admin.get("/metrics").text()).containsPattern("tongban_messages_dead [1-9]");
        accept();
        assertThat(admin.post(DEAD + "/" + id(phone) + "/retry").status()).isEqualTo(200);
        awaitStates(phone, "sent");
        assertThat(admin.post(DEAD + "/" + id(phone) + "/retry").code()).isEqualTo("message-not-stuck");
        assertThat(listed(admin, phone)).isEmpty();
    }

    private long attempts(String phone) {
        return Rows.count(tongban, "select attempts from core.message where id = ?", id(phone));
    }

    private String listed(Api admin, String phone) {
        var id = id(phone).toString();
        for (var letter : admin.get(DEAD + "?limit=100").json().path("items")) {
            if (letter.path("id").asText().equals(id)) {
                assertThat(letter.path("to").asText()).isEqualTo(Masked.phone(phone));
                return letter.path("state").asText();
            }
        }
        return "";
    }

    @Test
    void what_the_provider_will_never_take_is_given_up_at_once_and_can_be_discarded() {
        gateway.answers(422, "{}");
        var phone = People.phone();
        note(phone, "refused");
        awaitStates(phone, "dead");
        assertThat(attempts(phone)).isEqualTo(1);
        var admin = tongban.as("admin");
        assertThat(admin.post(DEAD + "/" + id(phone) + "/discard")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("discarded");
        assertThat(admin.post(DEAD + "/" + id(phone) + "/discard").code()).isEqualTo("message-not-stuck");
        assertThat(listed(admin, phone)).isEmpty();
        assertThat(People.writer(tongban).api().get(DEAD).status()).isEqualTo(403);
    }

    @Test
    @Tag("RL-3")
    void what_a_stopped_node_may_have_sent_is_not_sent_again_and_not_lost() {
        gateway.answers(503, "{}");
        var phone = People.phone();
        note(phone, "unclear");
        awaitStates(phone, "queued");
        var id = id(phone);
        await().atMost(PATIENCE)
                .until(() -> attempts(phone) == 1 && states(phone).contains("queued"));
        accept();
        Rows.change(
                tongban,
                "update core.message set state = 'sending', claimed_until = now() - interval '1 second' where id = ?",
                id);
        awaitStates(phone, "unclear");
        assertThat(namesSentTo(phone)).isEmpty();
        assertThat(listed(tongban.as("admin"), phone)).isEqualTo("unclear");
    }

    @Test
    @Tag("RL-3")
    void what_a_stopped_node_had_only_taken_goes_out_by_another() {
        gateway.answers(503, "{}");
        var phone = People.phone();
        note(phone, "taken");
        await().atMost(PATIENCE)
                .until(() -> attempts(phone) == 1 && states(phone).contains("queued"));
        accept();
        Rows.change(
                tongban,
                "update core.message set state = 'claimed', claimed_until = now() - interval '1 second' where id = ?",
                id(phone));
        awaitStates(phone, "sent");
        assertThat(namesSentTo(phone)).containsExactly("taken");
    }

    @Test
    @Tag("CO-58")
    void what_was_sent_long_ago_is_forgotten_and_what_waits_is_not() {
        var phone = People.phone();
        note(phone, "old");
        awaitStates(phone, "sent");
        gateway.answers(422, "{}");
        var dead = People.phone();
        note(dead, "dead");
        awaitStates(dead, "dead");
        Rows.change(
                tongban,
                "update core.message set created_at = now() - interval '91 days' where id in (?, ?)",
                id(phone),
                id(dead));
        tongban.context().getBeansOfType(org.tongban.core.task.TaskBody.class).stream()
                .filter(task -> task.task().equals("platform.purge-messages"))
                .findFirst()
                .orElseThrow()
                .run();
        assertThat(states(phone)).isEmpty();
        assertThat(states(dead)).containsExactly("dead");
    }
}
