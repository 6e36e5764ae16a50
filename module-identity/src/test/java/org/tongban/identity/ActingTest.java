package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.IdentitySteps.LINKS;
import static org.tongban.identity.IdentitySteps.ORGANISATIONS;
import static org.tongban.identity.IdentitySteps.PERSONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentitySteps.Firm;
import org.tongban.identity.user.Authority;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the token of an organisation's account says of who acts for it (ID-41). */
@TongbanTest
@Tag("ID-41")
class ActingTest {
    private final IdentitySteps steps;
    private final Tongban tongban;

    ActingTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    @AfterEach
    void today() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private String token(Firm firm) {
        return steps.signIn(IdentityRealms.ORGANISATION, firm.uscc())
                .json()
                .path("accessToken")
                .asText();
    }

    private void awaitRefused(Api api) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get(PLATFORM + "/me").status() == 401);
    }

    @Test
    void names_the_handler_from_the_link_on_until_it_ends() {
        var firm = steps.organisation();
        var before = token(firm);
        assertThat(Claims.of(before).path("uscc").asText()).isEqualTo(firm.uscc());
        assertThat(Claims.of(before).has("capacity")).isFalse();
        assertThat(Claims.of(before).has("person")).isFalse();

        var person = steps.person();
        steps.forgetCodes();
        var api = tongban.withToken(before);
        assertThat(steps.link(api, person).status()).isEqualTo(201);
        awaitRefused(api);
        var linked = Claims.of(token(firm));
        var known = steps.as(person).get(PERSONS + "/me").json().path("id").asText();
        assertThat(linked.path("person").asText()).isEqualTo(known);
        assertThat(linked.path("capacity").asText()).isEqualTo("handler");
        assertThat(linked.path("org").asText())
                .isEqualTo(steps.as(firm)
                        .get(ORGANISATIONS + "/me")
                        .json()
                        .path("id")
                        .asText());
        assertThat(steps.as(firm).get(PLATFORM + "/me").json().path("capacity").asText())
                .isEqualTo("handler");

        var open = steps.as(firm);
        assertThat(open.delete(LINKS + "/current").status()).isEqualTo(200);
        awaitRefused(open);
        assertThat(Claims.of(token(firm)).has("capacity")).isFalse();
        assertThat(Claims.of(token(firm)).has("person")).isFalse();
    }

    @Test
    void names_the_next_handler_once_the_first_is_replaced() {
        var firm = steps.organisation();
        var first = steps.person();
        var next = steps.person();
        steps.forgetCodes();
        assertThat(steps.link(steps.as(firm), first).status()).isEqualTo(201);
        var open = steps.as(firm);
        var replaced = open.post(LINKS + "/replacement", steps.linkForm(next, steps.handlerProof(open, next.phone())));
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(201);
        awaitRefused(open);
        assertThat(Claims.of(token(firm)).path("person").asText())
                .isEqualTo(steps.as(next).get(PERSONS + "/me").json().path("id").asText());
    }

    @Test
    @Tag("ID-2")
    void the_handlers_expired_id_refuses_what_the_organisation_submits() {
        var firm = steps.organisation();
        var person = steps.person("2026-11-30");
        steps.forgetCodes();
        assertThat(steps.link(steps.as(firm), person).status()).isEqualTo(201);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(20)));
        var api = steps.as(firm);
        assertThat(api.get(ORGANISATIONS + "/me").status()).isEqualTo(200);
        var proof =
                api.bytes("POST", PLATFORM + "/files?slot=identity/certificate", IdentitySteps.picture(), "image/jpeg");
        var form = object().put("reason", "已办理变更登记。")
                .put("proof", proof.json().path("id").asText());
        form.putObject("changed").put("legalPersonType", "public-institution");
        assertThat(api.post(ORGANISATIONS + "/me/changes", form).code()).isEqualTo("id-expired");
        assertThat(api.get(ORGANISATIONS + "/me/changes").json().path("items")).isEmpty();
    }

    @Test
    @Tag("ID-20")
    void an_account_of_a_handler_says_what_it_may_decide_and_says_it_no_longer_once_it_is_withdrawn() {
        var users = new HandlerUsers(tongban);
        var user = users.user(users.unit());
        var handler = Claims.of(tokenOf(user));
        assertThat(handler.path("capacity").asText()).isEqualTo("handler");
        assertThat(handler.path("org").asText())
                .isEqualTo(user.organisation().id().toString());
        assertThat(handler.path("uscc").asText())
                .isEqualTo(user.organisation().code().text());
        assertThat(handler.path("person").asText())
                .isEqualTo(String.valueOf(
                        users.accounts().find(user.account()).orElseThrow().person()));
        var before = tongban.withToken(tokenOf(user));
        users.inOne(() ->
                users.moves().grant(users.accounts().lock(user.account()).orElseThrow(), Authority.ADMINISTRATOR));
        awaitRefused(before);
        assertThat(Claims.of(tokenOf(user)).path("capacity").asText()).isEqualTo("administrator");
    }

    private String tokenOf(HandlerUsers.User user) {
        return steps.signIn(IdentityRealms.HANDLER, user.username())
                .json()
                .path("accessToken")
                .asText();
    }
}
