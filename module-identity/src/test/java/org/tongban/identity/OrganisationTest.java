package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.Fresh.uscc;
import static org.tongban.identity.IdentitySteps.LINKS;
import static org.tongban.identity.IdentitySteps.ORGANISATIONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** An organisation opens its account, compared with the registry of businesses (ID-5). */
@TongbanTest
@Tag("ID-5")
class OrganisationTest {
    private final IdentitySteps steps;
    private final Tongban tongban;

    OrganisationTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    @Test
    @Tag("ID-8")
    @Tag("ID-40")
    void who_registers_signs_in_with_the_credit_code_and_sees_its_data_masked() {
        var firm = steps.organisation();
        var api = steps.signedIn(IdentityRealms.ORGANISATION, firm.uscc().toLowerCase(Locale.ROOT));
        var own = api.get(ORGANISATIONS + "/me");
        assertThat(own.status()).as(own.toString()).isEqualTo(200);
        assertThat(own.json().path("uscc").asText()).isEqualTo(firm.uscc());
        assertThat(own.json().path("level").asText()).isEqualTo("registry-matched");
        assertThat(own.json().path("legalRepName").asText()).isEqualTo(IdentitySteps.REPRESENTATIVE);
        assertThat(own.text()).doesNotContain(firm.representative(), firm.phone());
    }

    @Test
    void what_differs_from_the_registry_is_said_field_by_field() {
        var code = uscc();
        var number = idNumber();
        steps.inRegistry(number, List.of(code));
        var phone = phone();
        var proof = steps.organisationProof(phone);
        var unknown = steps.organisationForm(uscc(), number, phone, proof);
        assertThat(tongban.anonymous().post(ORGANISATIONS, unknown).violations())
                .containsExactly("/uscc not-in-registry");
        var other = steps.organisationForm(code, number, phone, proof)
                .put("name", "另一家有限公司")
                .put("legalRepName", "李四")
                .put("password", "zkqwvmtr7");
        assertThat(tongban.anonymous().post(ORGANISATIONS, other).violations())
                .containsExactlyInAnyOrder(
                        "/name differs-from-registry",
                        "/legalRepName differs-from-registry",
                        "/password too-few-classes");
        var type = steps.organisationForm(code, number, phone, proof).put("legalPersonType", "individual-business");
        assertThat(tongban.anonymous().post(ORGANISATIONS, type).violations())
                .containsExactly("/legalPersonType differs-from-code");
        var number2 = steps.organisationForm(code, idNumber(), phone, proof);
        assertThat(tongban.anonymous().post(ORGANISATIONS, number2).violations())
                .containsExactly("/legalRepIdNumber differs-from-registry");
        var brackets = steps.organisationForm(code, number, phone, proof)
                .put("name", IdentitySteps.nameOf(code).replace('（', '(').replace('）', ')'));
        assertThat(tongban.anonymous().post(ORGANISATIONS, brackets).status()).isEqualTo(201);
    }

    @Test
    void who_is_no_longer_registered_does_not_register_here() {
        var phone = phone();
        var form = steps.organisationForm("91320102000001812X", idNumber(), phone, steps.organisationProof(phone));
        assertThat(tongban.anonymous().post(ORGANISATIONS, form).violations()).contains("/uscc no-longer-registered");
    }

    @Test
    void the_registry_tells_nothing_to_who_has_proved_no_phone() {
        var code = uscc();
        steps.inRegistry(idNumber(), List.of(code));
        var refused =
                tongban.anonymous().post(ORGANISATIONS, steps.organisationForm(code, idNumber(), phone(), "none"));
        assertThat(refused.code()).isEqualTo("proof-refused");
    }

    @Test
    void a_code_has_one_account_and_a_phone_may_repeat() {
        var firm = steps.organisation();
        steps.forgetCodes();
        var again = steps.organisationForm(
                firm.uscc(), firm.representative(), firm.phone(), steps.organisationProof(firm.phone()));
        assertThat(tongban.anonymous().post(ORGANISATIONS, again).code()).isEqualTo("uscc-taken");
        var second = new IdentitySteps.Firm(uscc(), idNumber(), firm.phone());
        steps.inRegistry(second.representative(), List.of(second.uscc()));
        steps.forgetCodes();
        steps.register(second);
    }

    @Test
    @Tag("ID-9")
    void an_organisation_of_another_channel_keeps_its_data() {
        var code = uscc();
        var number = idNumber();
        steps.inRegistry(number, List.of(code));
        var directory = tongban.context().getBean(OrganisationDirectory.class);
        var before = directory.register(code, "旧称有限公司", List.of(), "110000");
        var phone = phone();
        var made = tongban.anonymous()
                .post(ORGANISATIONS, steps.organisationForm(code, number, phone, steps.organisationProof(phone)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(directory.findByUscc(code)).contains(before);
        assertThat(directory.standing(before.id()).level()).isEqualTo(OrganisationDirectory.Level.REGISTRY_MATCHED);
    }

    @Test
    @Tag("ID-8")
    void a_credit_code_whose_account_was_closed_registers_again_and_has_no_handler() {
        var firm = steps.organisation();
        var handler = steps.person();
        steps.forgetCodes();
        assertThat(steps.link(steps.as(firm), handler).status()).isEqualTo(201);
        var closed = steps.as(firm).post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(204);
        assertThat(steps.signIn(IdentityRealms.ORGANISATION, firm.uscc()).code())
                .isEqualTo("sign-in-failed");
        steps.forgetCodes();
        steps.register(firm);
        var api = steps.as(firm);
        assertThat(api.get(PLATFORM + "/me/cases").code()).isEqualTo("handler-required");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get(LINKS).json().path("items").findValuesAsText("endedBy"), List.of("close")::equals);
        // Whom the closed account had is free for another organisation, and for this one again.
        steps.forgetCodes();
        var linked = steps.link(api, handler);
        assertThat(linked.status()).as(linked.toString()).isEqualTo(201);
        assertThat(steps.as(firm).get(LINKS).json().path("items").findValuesAsText("state"))
                .containsExactly("active", "ended");
    }

    @Test
    @Tag("ID-8")
    void the_face_of_the_representative_stands_for_the_present_phone() {
        var firm = steps.organisation();
        var api = steps.as(firm);
        var next = phone();
        var proof = Proofs.ofPhone(tongban, api, IdentityRealms.ORGANISATION, "change-phone", "+86" + next);
        var body = object().put("newProof", proof);
        assertThat(api.put(ORGANISATIONS + "/me/phone", body).code()).isEqualTo("proof-refused");
        body.put("faceVerification", steps.matchedFace(api, "李四", firm.representative()));
        assertThat(api.put(ORGANISATIONS + "/me/phone", body).code()).isEqualTo("face-not-verified");
        body.put("faceVerification", steps.matchedFace(api, IdentitySteps.REPRESENTATIVE, firm.representative()));
        var changed = api.put(ORGANISATIONS + "/me/phone", body);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        var own = api.get(ORGANISATIONS + "/me").json();
        assertThat(own.path("phone").asText()).endsWith(next.substring(7));
        // ID-40: who the representative is, is proved by the face now as well, and modules are told so.
        assertThat(own.path("level").asText()).isEqualTo("face-verified");
        assertThat(steps.stored.events(own.path("id").asText()))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("identity.organisation-verified")
                                .contains("registry-matched", firm.uscc()),
                        second -> assertThat(second)
                                .startsWith("identity.organisation-verified")
                                .contains("face-verified"));
    }

    @Test
    @Tag("ID-6")
    void without_a_handler_only_what_leads_to_one_is_open() {
        var api = steps.as(steps.organisation());
        for (var open : List.of("/me", "/me/agreements", "/me/sessions")) {
            assertThat(api.get(PLATFORM + open).status()).as(open).isEqualTo(200);
        }
        assertThat(api.get(LINKS).status()).isEqualTo(200);
        assertThat(api.get(ORGANISATIONS + "/me/changes").status()).isEqualTo(200);
        for (var closed : List.of("/me/messages", "/me/cases", "/me/overview", "/jobs", "/staff")) {
            var refused = api.get(PLATFORM + closed);
            assertThat(refused.status()).as(closed).isEqualTo(403);
            assertThat(refused.code()).as(closed).isEqualTo("handler-required");
            assertThat(refused.json().path("link").asText()).isEqualTo(LINKS);
        }
    }
}
