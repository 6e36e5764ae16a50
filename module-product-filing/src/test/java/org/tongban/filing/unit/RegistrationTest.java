package org.tongban.filing.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.filing.ProductFilingModule;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A unit opens its account and signs in (PF-1, PF-2). */
@TongbanTest
@Tag("PF-1")
class RegistrationTest {
    private static final String PLATFORM = "/api/platform/v1";
    private static final String PATH = "/api/product-filing/v1/registrations";
    private static final String PASSWORD = "Quiet-Harb-47";
    private static final AtomicInteger PHONES = new AtomicInteger(13_900_000);

    private static String phone() {
        return "137%08d".formatted(PHONES.incrementAndGet());
    }

    private static String name() {
        return "单位" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "x";
    }

    /** The version in force, which sample data has published. */
    private static int agreement(Tongban tongban) {
        var shown = tongban.anonymous().get(PLATFORM + "/agreements/" + ProductFilingModule.REGISTRATION_AGREEMENT);
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        return shown.json().path("version").asInt();
    }

    private static String proof(Tongban tongban, String phone) {
        return Proofs.ofPhone(tongban, tongban.anonymous(), ProductFilingModule.REALM, "register", "+86" + phone);
    }

    private static ObjectNode form(Tongban tongban, String name, String phone, String proof) {
        var form = JsonNodeFactory.instance
                .objectNode()
                .put("username", name)
                .put("phone", phone)
                .put("phoneProof", proof)
                .put("email", "u" + phone + "@example.org")
                .put("password", PASSWORD);
        form.putObject("agreement")
                .put("id", ProductFilingModule.REGISTRATION_AGREEMENT)
                .put("version", agreement(tongban));
        return form;
    }

    private static Answer signIn(Tongban tongban, String login, boolean solved) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("realm", ProductFilingModule.REALM)
                .put("login", login)
                .put("password", PASSWORD);
        if (solved) {
            body.set("captcha", tongban.solvedCaptcha());
        }
        return tongban.anonymous().post(PLATFORM + "/sessions", body);
    }

    @Test
    @Tag("PF-2")
    @Tag("PF-7")
    void who_registers_signs_in_by_name_or_phone_behind_a_captcha_and_has_to_be_verified_first(Tongban tongban) {
        var name = name();
        var phone = phone();
        var made = tongban.anonymous().post(PATH, form(tongban, name, phone, proof(tongban, phone)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("advice")).isEmpty();
        assertThat(signIn(tongban, name, false).code()).isEqualTo("captcha-required");
        assertThat(signIn(tongban, phone, true).status()).isEqualTo(201);
        var tokens = signIn(tongban, name, true).json();
        assertThat(tokens.path("pending")).isEmpty();
        var unit = tongban.withToken(tokens.path("accessToken").asText());
        assertThat(unit.get("/api/product-filing/v1/products").code()).isEqualTo("verification-required");
    }

    @Test
    void everything_wrong_is_said_at_once_and_the_proof_kept(Tongban tongban) {
        var phone = phone();
        var proof = proof(tongban, phone);
        var wrong = form(tongban, "12345", phone, proof).put("email", "nobody").put("password", "abcdefgh");
        wrong.remove("agreement");
        var refused = tongban.anonymous().post(PATH, wrong);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.violations())
                .contains("/password too-few-classes", "/agreement required")
                .anyMatch(violation -> violation.startsWith("/username "))
                .anyMatch(violation -> violation.startsWith("/email "));
        assertThat(tongban.anonymous()
                        .post(PATH, form(tongban, name(), phone, proof))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Tag("RL-10")
    void that_name_or_phone_are_taken_is_told_behind_the_proof(Tongban tongban) {
        var name = name();
        var phone = phone();
        tongban.anonymous().post(PATH, form(tongban, name, phone, proof(tongban, phone)));
        var other = phone();
        assertThat(tongban.anonymous()
                        .post(PATH, form(tongban, name, other, "no such proof"))
                        .code())
                .isEqualTo("proof-refused");
        assertThat(tongban.anonymous()
                        .post(PATH, form(tongban, name, other, proof(tongban, other)))
                        .code())
                .isEqualTo("login-taken");
        assertThat(tongban.anonymous()
                        .post(PATH, form(tongban, name(), phone(), proof(tongban, phone())))
                        .code())
                .isEqualTo("registration-refused");
    }

    @Test
    @Tag("PF-2")
    void an_address_signs_in_once_a_mailed_code_has_confirmed_it(Tongban tongban) {
        var name = name();
        var phone = phone();
        var form = form(tongban, name, phone, proof(tongban, phone));
        assertThat(tongban.anonymous().post(PATH, form).status()).isEqualTo(201);
        var address = form.path("email").asText();
        assertThat(signIn(tongban, address, true).code()).isEqualTo("sign-in-failed");

        var unit = tongban.withToken(
                signIn(tongban, name, true).json().path("accessToken").asText());
        var proof = Proofs.ofMailbox(tongban, unit, ProductFilingModule.REALM, "confirm-email", address);
        var confirmed = unit.put(
                PLATFORM + "/me/email", JsonNodeFactory.instance.objectNode().put("proof", proof));
        assertThat(confirmed.status()).as(confirmed.toString()).isLessThan(300);
        assertThat(signIn(tongban, address, true).status()).isEqualTo(201);
    }

    @Test
    void the_phone_has_to_be_the_one_that_was_proved(Tongban tongban) {
        var phone = phone();
        var proof = proof(tongban, phone);
        var refused = tongban.anonymous().post(PATH, form(tongban, name(), phone(), proof));
        assertThat(refused.violations()).containsExactly("/phoneProof other-phone");
        assertThat(tongban.anonymous()
                        .post(PATH, form(tongban, name(), phone, proof))
                        .status())
                .as("the refused form has used nothing up")
                .isEqualTo(201);
    }

    @Test
    @Tag("CO-33")
    void other_terms_than_those_in_force_are_refused(Tongban tongban) {
        var phone = phone();
        var form = form(tongban, name(), phone, proof(tongban, phone));
        form.withObjectProperty("agreement").put("version", 999);
        var refused = tongban.anonymous().post(PATH, form);
        assertThat(refused.violations()).singleElement().asString().startsWith("/agreement ");
    }
}
