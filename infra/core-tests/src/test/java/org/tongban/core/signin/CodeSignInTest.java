package org.tongban.core.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** A code to the account's phone signs in too, whatever strangers do about the password (CO-22, CO-23). */
@TongbanTest
@Tag("CO-22")
class CodeSignInTest {
    private static final String PATH = "/api/platform/v1/sessions/by-code";

    private static ObjectNode named(String login) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("realm", TrialModule.REALM)
                .put("login", login);
    }

    private static Answer asked(Tongban tongban, String login) {
        return tongban.anonymous().post(PATH + "/codes", named(login));
    }

    private static Answer signIn(Tongban tongban, String login, String proof) {
        return tongban.anonymous().post(PATH, named(login).put("proof", proof));
    }

    private static String proof(Tongban tongban, String login, String phone) {
        var sent = asked(tongban, login);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        return Proofs.proof(tongban, tongban.anonymous(), sent.json().path("id").asText(), phone);
    }

    @Test
    @Tag("RL-8")
    void a_code_lets_the_owner_in_though_strangers_have_used_up_the_guesses(Tongban tongban) {
        var phone = People.phone();
        var writer = People.writerWithPhone(tongban, phone);
        for (var i = 0; i < 6; i++) {
            People.signIn(tongban, writer.realm(), writer.login(), "Other-Island-58");
        }
        assertThat(People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                        .status())
                .isEqualTo(429);
        var opened = signIn(tongban, writer.login(), proof(tongban, writer.login(), phone));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.json().path("device").asText()).hasSize(43);
        assertThat(tongban.withToken(opened.json().path("accessToken").asText())
                        .get("/api/platform/v1/me")
                        .json()
                        .path("account")
                        .asText())
                .isEqualTo(writer.account().toString());
    }

    @Test
    @Tag("RL-10")
    void asking_tells_nothing_of_who_has_an_account(Tongban tongban) {
        var known =
                asked(tongban, People.writerWithPhone(tongban, People.phone()).login());
        var unknown = asked(tongban, "nobody-" + People.phone().substring(1));
        var phoneless = asked(tongban, People.writer(tongban).login());
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(phoneless.status()).isEqualTo(202);
        assertThat(((ObjectNode) unknown.json()).without("id").toString())
                .isEqualTo(((ObjectNode) known.json()).without("id").toString());
        assertThat(((ObjectNode) phoneless.json()).without("id").toString())
                .isEqualTo(((ObjectNode) known.json()).without("id").toString());
    }

    @Test
    void an_unknown_realm_is_refused(Tongban tongban) {
        var refused = tongban.anonymous().post(PATH + "/codes", named("anybody").put("realm", "no-such-realm"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations()).containsExactly("/realm unknown");
    }

    @Test
    @Tag("RL-8")
    void the_proof_of_another_phone_opens_nothing_and_is_used_up(Tongban tongban) {
        var phone = People.phone();
        var writer = People.writerWithPhone(tongban, phone);
        var victim = People.writerWithPhone(tongban, People.phone());
        var proof = proof(tongban, writer.login(), phone);
        assertThat(signIn(tongban, victim.login(), proof).code()).isEqualTo("sign-in-failed");
        assertThat(signIn(tongban, writer.login(), proof).code()).isEqualTo("proof-refused");
        assertThat(signIn(tongban, writer.login(), "a".repeat(43)).code()).isEqualTo("proof-refused");
    }

    @Test
    void a_proof_opens_one_session_however_many_ask_at_once(Tongban tongban) throws Exception {
        var phone = People.phone();
        var writer = People.writerWithPhone(tongban, phone);
        var proof = proof(tongban, writer.login(), phone);
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 20; i++) {
                futures.add(threads.submit(
                        () -> signIn(tongban, writer.login(), proof).status()));
            }
            for (var future : futures) {
                statuses.add(future.get());
            }
        }
        assertThat(statuses).containsOnly(201, 400);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void a_disabled_account_is_not_let_in_by_code(Tongban tongban) {
        var phone = People.phone();
        var writer = People.writerWithPhone(tongban, phone);
        var proof = proof(tongban, writer.login(), phone);
        tongban.context().getBean(Accounts.class).disable(writer.account());
        assertThat(signIn(tongban, writer.login(), proof).code()).isEqualTo("sign-in-failed");
    }

    @Test
    @Tag("CO-25")
    void a_realm_may_ask_for_a_captcha_before_a_password(Tongban tongban) {
        var person = People.guarded(tongban);
        assertThat(People.signIn(tongban, TrialModule.GUARDED, person.login(), People.PASSWORD)
                        .code())
                .isEqualTo("captcha-required");
        var body = named(person.login()).put("realm", TrialModule.GUARDED).put("password", People.PASSWORD);
        var captcha = tongban.solvedCaptcha();
        body.set("captcha", captcha);
        assertThat(tongban.anonymous().post("/api/platform/v1/sessions", body).status())
                .isEqualTo(201);
        assertThat(tongban.anonymous().post("/api/platform/v1/sessions", body).code())
                .isEqualTo("captcha-wrong");
    }
}
