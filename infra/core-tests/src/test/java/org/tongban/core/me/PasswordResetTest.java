package org.tongban.core.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** A forgotten password is set anew by a code to the account's phone (CO-24). */
@TongbanTest
@Tag("CO-24")
class PasswordResetTest {
    private static final String PATH = "/api/platform/v1/password-resets";
    private static final String NEXT = "Other-Island-58";

    private static Answer asked(Tongban tongban, String realm, String login) {
        var body = JsonNodeFactory.instance.objectNode().put("realm", realm).put("login", login);
        body.set("captcha", tongban.solvedCaptcha());
        return tongban.anonymous().post(PATH, body);
    }

    private static String proof(Tongban tongban, People.Person person, String phone) {
        var sent = asked(tongban, person.realm(), person.login());
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        return Proofs.proof(tongban, tongban.anonymous(), sent.json().path("id").asText(), phone);
    }

    private static Answer completed(Tongban tongban, String realm, String login, String proof, String password) {
        return tongban.anonymous()
                .post(
                        PATH + "/completion",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("realm", realm)
                                .put("login", login)
                                .put("proof", proof)
                                .put("newPassword", password));
    }

    @Test
    void a_reset_sets_the_password_ends_all_sessions_and_tells_phone_and_mailbox(Tongban tongban) {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        var address = "r" + UUID.randomUUID() + "@example.org";
        tongban.context()
                .getBean(Contacts.class)
                .confirmEmail(
                        tongban.context()
                                .getBean(Accounts.class)
                                .find(person.account())
                                .orElseThrow(),
                        address,
                        Instant.EPOCH);
        var proof = proof(tongban, person, phone);
        var done = completed(tongban, person.realm(), person.login(), proof, NEXT);
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
        await().until(() -> person.api().get("/api/platform/v1/me").status() == 401);
        assertThat(tongban.anonymous()
                        .post(
                                "/api/platform/v1/sessions/refresh",
                                JsonNodeFactory.instance.objectNode().put("refreshToken", person.refreshToken()))
                        .status())
                .isEqualTo(401);
        assertThat(People.signIn(tongban, person.realm(), person.login(), People.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(People.signIn(tongban, person.realm(), phone, NEXT).status()).isEqualTo(201);
        assertThat(told(tongban, phone)).isEqualTo(1);
        assertThat(told(tongban, address)).isEqualTo(1);
        assertThat(completed(tongban, person.realm(), person.login(), proof, NEXT + "-more")
                        .code())
                .isEqualTo("proof-refused");
    }

    private static int told(Tongban tongban, String to) {
        int told = 0;
        for (var message : tongban.outbox()) {
            told += message.path("to").asText().equals(to)
                            && message.path("template").asText().equals("core.password-reset")
                    ? 1
                    : 0;
        }
        return told;
    }

    @Test
    @Tag("RL-10")
    void asking_tells_nothing_of_who_has_an_account(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var known = asked(tongban, person.realm(), person.login());
        var unknown = asked(tongban, person.realm(), "nobody-" + UUID.randomUUID());
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(((ObjectNode) unknown.json()).without("id").toString())
                .isEqualTo(((ObjectNode) known.json()).without("id").toString());
    }

    @Test
    @Tag("CO-25")
    void asking_takes_a_captcha_that_is_right(Tongban tongban) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("realm", TrialModule.REALM)
                .put("login", "anybody");
        body.set("captcha", ((ObjectNode) tongban.solvedCaptcha()).put("answer", "000000000"));
        assertThat(tongban.anonymous().post(PATH, body).code()).isEqualTo("captcha-wrong");
        body.remove("captcha");
        assertThat(tongban.anonymous().post(PATH, body).violations()).containsExactly("/captcha required");
    }

    @Test
    @Tag("RL-8")
    void the_proof_of_another_phone_or_purpose_resets_nothing(Tongban tongban) {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        var victim = People.reachable(tongban, People.phone());
        var proof = proof(tongban, person, phone);
        assertThat(completed(tongban, victim.realm(), victim.login(), proof, NEXT)
                        .code())
                .isEqualTo("proof-refused");
        assertThat(People.signIn(tongban, victim.realm(), victim.login(), People.PASSWORD)
                        .status())
                .isEqualTo(201);
        var other = People.phone();
        var newcomer = People.reachable(tongban, other);
        var registering = Proofs.ofPhone(tongban, tongban.anonymous(), newcomer.realm(), "register", other);
        assertThat(completed(tongban, newcomer.realm(), newcomer.login(), registering, NEXT)
                        .code())
                .isEqualTo("proof-refused");
    }

    @Test
    @Tag("CO-21")
    void a_password_that_breaks_the_rule_is_refused_and_the_proof_kept(Tongban tongban) {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        var proof = proof(tongban, person, phone);
        assertThat(completed(tongban, person.realm(), person.login(), proof, "abc")
                        .violations())
                .containsExactlyInAnyOrder("/newPassword too-short", "/newPassword too-few-classes");
        assertThat(completed(tongban, person.realm(), person.login(), proof, NEXT)
                        .status())
                .isEqualTo(204);
    }
}
