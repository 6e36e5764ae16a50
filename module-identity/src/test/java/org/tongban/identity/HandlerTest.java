package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.Fresh.name;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.IdentitySteps.LINKS;
import static org.tongban.identity.IdentitySteps.PERSONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentitySteps.Known;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** An organisation links its handler, and with it gets in (ID-6, ID-7). */
@TongbanTest
@Tag("ID-6")
class HandlerTest {
    private static final String BUSINESS = PLATFORM + "/me/cases";

    private final IdentitySteps steps;
    private final Tongban tongban;

    HandlerTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    private void awaitStatus(Api api, String path, int status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> api.get(path).status() == status);
    }

    @Test
    @Tag("ID-40")
    void a_registered_person_opens_business_at_once_and_the_link_is_kept_as_history() {
        var firm = steps.organisation();
        var person = steps.person();
        var api = steps.as(firm);
        steps.forgetCodes();
        var linked = steps.link(api, person);
        assertThat(linked.status()).as(linked.toString()).isEqualTo(201);
        assertThat(linked.json().path("state").asText()).isEqualTo("active");
        // The token of before is refused, and with a new one all is open.
        awaitStatus(api, PLATFORM + "/me", 401);
        var open = steps.as(firm);
        assertThat(open.get(BUSINESS).status()).isEqualTo(200);
        assertThat(steps.as(person)
                        .get(PERSONS + "/me/handler-links")
                        .json()
                        .path("items")
                        .path(0)
                        .path("organisation")
                        .asText())
                .isEqualTo(IdentitySteps.nameOf(firm.uscc()));

        var ended = open.delete(LINKS + "/current");
        assertThat(ended.json().path("state").asText()).as(ended.toString()).isEqualTo("ended");
        awaitStatus(open, PLATFORM + "/me", 401);
        var shut = steps.as(firm);
        assertThat(shut.get(BUSINESS).code()).isEqualTo("handler-required");
        assertThat(shut.get(LINKS).json().path("items").findValuesAsText("endedBy"))
                .containsExactly("unlink");
        assertThat(shut.delete(LINKS + "/current").code()).isEqualTo("no-handler");
        var own = shut.get(IdentitySteps.ORGANISATIONS + "/me").json();
        assertThat(steps.stored.events(own.path("id").asText()))
                .satisfiesExactly(
                        verified -> assertThat(verified).startsWith("identity.organisation-verified"),
                        began -> assertThat(began)
                                .startsWith("identity.handler-linked")
                                .contains("organisation"),
                        over -> assertThat(over)
                                .startsWith("identity.handler-unlinked")
                                .contains("organisation"));
    }

    @Test
    void of_a_person_nothing_is_told_before_the_code_is_right_and_then_by_code_alone() {
        var person = steps.person();
        var api = steps.as(steps.organisation());
        assertThat(api.post(LINKS, steps.linkForm(person, "none")).code()).isEqualTo("proof-refused");
        var elsewhere = phone();
        assertThat(api.post(LINKS, steps.linkForm(person, steps.handlerProof(api, elsewhere)))
                        .code())
                .isEqualTo("handler-unknown");
        steps.forgetCodes();
        var other = new Known("王二", person.phone(), person.idNumber());
        assertThat(steps.link(api, other).code()).isEqualTo("handler-name-differs");
        steps.forgetCodes();
        var unknown = new Known(person.name(), person.phone(), idNumber());
        assertThat(steps.link(api, unknown).code()).isEqualTo("handler-unknown");
    }

    @Test
    @Tag("ID-7")
    @Tag("ID-3")
    void a_person_is_the_handler_of_one_organisation_and_cannot_close_meanwhile() {
        var person = steps.person();
        var first = steps.as(steps.organisation());
        steps.forgetCodes();
        assertThat(steps.link(first, person).status()).isEqualTo(201);
        var second = steps.as(steps.organisation());
        steps.forgetCodes();
        var refused = steps.link(second, person);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("handler-linked-elsewhere");
        assertThat(refused.text()).doesNotContain("示例装备");
        var closing = steps.as(person).post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
        assertThat(closing.code()).isEqualTo("open-business");
        assertThat(closing.json().path("business")).hasSize(1);
    }

    @Test
    @Tag("ID-7")
    void another_handler_takes_the_place_of_the_present_one() {
        var firm = steps.organisation();
        var first = steps.person();
        var second = steps.person();
        steps.forgetCodes();
        assertThat(steps.link(steps.as(firm), first).status()).isEqualTo(201);
        var api = steps.as(firm);
        steps.forgetCodes();
        assertThat(steps.link(api, second).code()).isEqualTo("handler-present");
        steps.forgetCodes();
        var replaced =
                api.post(LINKS + "/replacement", steps.linkForm(second, steps.handlerProof(api, second.phone())));
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(201);
        var now = steps.as(firm);
        assertThat(now.get(BUSINESS).status()).isEqualTo(200);
        assertThat(now.get(LINKS).json().path("items").findValuesAsText("state"))
                .containsExactly("active", "ended");
        var closing = steps.as(first).post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
        assertThat(closing.status()).as(closing.toString()).isEqualTo(204);
    }

    @Test
    @Tag("ID-2")
    void a_person_whose_id_has_expired_is_no_handler() {
        var person = steps.person("2026-11-30");
        var api = steps.as(steps.organisation());
        steps.forgetCodes();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(20)));
        try {
            assertThat(steps.link(api, person).code()).isEqualTo("id-expired");
        } finally {
            tongban.clock().moveTo(Tongban.MOMENT);
        }
    }

    @Test
    @Tag("CO-23")
    void a_new_person_comes_in_by_a_code_accepts_the_terms_and_chooses_a_password_first() {
        var firm = steps.organisation();
        var api = steps.as(firm);
        var person = new Known(name(), phone(), idNumber());
        var begun = api.post(LINKS, steps.newHandlerForm(person, steps.handlerProof(api, person.phone())));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.json().path("state").asText()).isEqualTo("awaiting-person");
        assertThat(api.get(BUSINESS).code()).isEqualTo("handler-required");
        assertThat(tongban.outbox().findValuesAsText("text"))
                .anyMatch(text -> text.contains(IdentitySteps.nameOf(firm.uscc()))
                        && text.contains("登记为经办人")
                        && text.contains("http"));

        takeOver(person);
        awaitStatus(api, PLATFORM + "/me", 401);
        var open = steps.as(firm);
        assertThat(open.get(BUSINESS).status()).isEqualTo(200);
        assertThat(open.get(LINKS).json().path("items").findValuesAsText("state"))
                .containsExactly("active");
    }

    private void takeOver(Known person) {
        var named = object().put("realm", IdentityRealms.PERSON).put("login", person.phone());
        steps.forgetCodes();
        var withCaptcha = named.deepCopy();
        withCaptcha.set("captcha", tongban.solvedCaptcha());
        var sent = tongban.anonymous().post(PLATFORM + "/sessions/by-code/codes", withCaptcha);
        var proof = Proofs.proof(
                tongban, tongban.anonymous(), sent.json().path("id").asText(), "+86" + person.phone());
        var tokens = tongban.anonymous().post(PLATFORM + "/sessions/by-code", named.put("proof", proof));
        assertThat(tokens.json().path("pending").toString()).isEqualTo("[\"agreements\",\"password\"]");
        var gated = tongban.withToken(tokens.json().path("accessToken").asText());
        assertThat(gated.get(PERSONS + "/me").status()).isEqualTo(403);
        var terms = tongban.anonymous()
                .get(PLATFORM + "/agreements/identity.person")
                .json()
                .path("version")
                .asInt();
        var accepted = gated.post(
                PLATFORM + "/me/agreements",
                Api.json("{'agreements': [{'id': 'identity.person', 'version': %d}]}".formatted(terms)));
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        var chosen = gated.post(PLATFORM + "/me/password", object().put("newPassword", IdentitySteps.PASSWORD));
        assertThat(chosen.json().path("pending")).as(chosen.toString()).isEmpty();
        assertThat(steps.as(person).get(PERSONS + "/me").status()).isEqualTo(200);
    }

    @Test
    void a_new_person_needs_a_document_and_a_phone_and_number_that_are_free() {
        var api = steps.as(steps.organisation());
        var person = steps.person();
        var form = steps.newHandlerForm(new Known(name(), phone(), idNumber()), "none");
        form.remove("person");
        assertThat(api.post(LINKS, form).violations()).anyMatch(violation -> violation.startsWith("/person"));
        steps.forgetCodes();
        var taken = new Known(name(), person.phone(), idNumber());
        assertThat(api.post(LINKS, steps.newHandlerForm(taken, steps.handlerProof(api, taken.phone())))
                        .code())
                .isEqualTo("phone-taken");
        var known = new Known(name(), phone(), person.idNumber());
        assertThat(api.post(LINKS, steps.newHandlerForm(known, steps.handlerProof(api, known.phone())))
                        .code())
                .isEqualTo("id-number-taken");
    }
}
