package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.IdentitySteps.PERSONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Contacts;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A person registers, signs in with the phone and sees to its own data (ID-1, ID-2). */
@TongbanTest
@Tag("ID-1")
class PersonTest {
    private final IdentitySteps steps;
    private final Tongban tongban;

    PersonTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    @Test
    @Tag("ID-2")
    void who_registers_signs_in_with_phone_and_password_and_sees_its_data_masked() {
        var known = steps.person();
        var own = steps.as(known).get(PERSONS + "/me");
        assertThat(own.status()).as(own.toString()).isEqualTo(200);
        assertThat(own.json().path("name").asText()).isEqualTo(known.name());
        assertThat(own.json().path("idValidTo").asText()).isEqualTo("2038-05-20");
        assertThat(own.json().path("idExpired").asBoolean()).isFalse();
        assertThat(own.text()).doesNotContain(known.idNumber(), known.phone());
    }

    @Test
    void everything_wrong_is_said_at_once_and_the_proof_kept() {
        var phone = phone();
        var proof = steps.personProof(phone);
        var wrong = steps.personForm(phone, proof, "33010619880307121").put("password", "zkqwvmtr7");
        wrong.put("idValidFrom", "2027-01-01").remove("agreement");
        var refused = tongban.anonymous().post(PERSONS, wrong);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.violations())
                .contains("/password too-few-classes", "/agreement required", "/idValidFrom in-future")
                .anyMatch(violation -> violation.startsWith("/idNumber "));
        assertThat(tongban.anonymous()
                        .post(PERSONS, steps.personForm(phone, proof, idNumber()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_id_that_has_expired_or_ends_before_it_begins_is_refused() {
        var phone = phone();
        var form = steps.personForm(phone, "none", idNumber()).put("idValidTo", "2026-11-19");
        assertThat(tongban.anonymous().post(PERSONS, form).violations()).containsExactly("/idValidTo id-expired");
        form.put("idValidTo", "2018-05-20");
        assertThat(tongban.anonymous().post(PERSONS, form).violations()).containsExactly("/idValidTo before-start");
    }

    @Test
    void a_proof_of_another_purpose_or_phone_registers_nobody() {
        var phone = phone();
        var other = Proofs.ofPhone(tongban, tongban.anonymous(), IdentityRealms.PERSON, "register", "+86" + phone);
        assertThat(tongban.anonymous()
                        .post(PERSONS, steps.personForm(phone, other, idNumber()))
                        .code())
                .isEqualTo("proof-refused");
        var proof = steps.personProof(phone());
        assertThat(tongban.anonymous()
                        .post(PERSONS, steps.personForm(phone(), proof, idNumber()))
                        .violations())
                .containsExactly("/phoneProof other-phone");
    }

    @Test
    void a_phone_and_an_id_number_register_one_person_each() {
        var known = steps.person();
        steps.forgetCodes();
        var again = steps.personForm(known.phone(), steps.personProof(known.phone()), idNumber());
        assertThat(tongban.anonymous().post(PERSONS, again).code()).isEqualTo("phone-taken");
        var phone = phone();
        var same = steps.personForm(phone, steps.personProof(phone), known.idNumber());
        assertThat(tongban.anonymous().post(PERSONS, same).code()).isEqualTo("id-number-taken");
    }

    @Test
    @Tag("ID-2")
    void another_phone_is_taken_when_codes_to_both_prove_it() {
        var known = steps.person();
        var api = steps.as(known);
        var next = phone();
        steps.forgetCodes();
        var newProof = Proofs.ofPhone(tongban, api, IdentityRealms.PERSON, "change-phone", "+86" + next);
        var path = PERSONS + "/me/phone";
        assertThat(api.put(path, object().put("newProof", newProof)).code()).isEqualTo("proof-refused");
        var oldProof = Proofs.ofPhone(tongban, api, IdentityRealms.PERSON, "change-phone", "+86" + known.phone());
        var changed = api.put(path, object().put("newProof", newProof).put("oldProof", oldProof));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        assertThat(steps.signIn(IdentityRealms.PERSON, next).status()).isEqualTo(201);
    }

    @Test
    @Tag("ID-2")
    void ones_own_face_stands_for_a_phone_that_is_lost_and_once_only() {
        var known = steps.person();
        var api = steps.as(known);
        var face = steps.matchedFace(api, known.name(), known.idNumber());
        for (var expected : new int[] {204, 409}) {
            var next = phone();
            var proof = Proofs.ofPhone(tongban, api, IdentityRealms.PERSON, "change-phone", "+86" + next);
            var changed = api.put(
                    PERSONS + "/me/phone", object().put("newProof", proof).put("faceVerification", face));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(expected);
        }
    }

    @Test
    @Tag("ID-2")
    void a_face_of_nobody_does_not_stand_for_the_present_phone() {
        var api = steps.as(steps.person());
        var newProof = Proofs.ofPhone(tongban, api, IdentityRealms.PERSON, "change-phone", "+86" + phone());
        var body = object().put("newProof", newProof).put("faceVerification", "019a0000-0000-7000-8000-000000000001");
        assertThat(api.put(PERSONS + "/me/phone", body).code()).isEqualTo("face-not-verified");
    }

    @Test
    @Tag("CO-24b")
    void an_e_mail_that_was_only_typed_is_kept_and_is_good_for_nothing_until_a_mailed_code_confirms_it() {
        var contacts = tongban.context().getBean(Contacts.class);
        var address = "typed-" + phone() + "@example.org";
        var accounts = new ArrayList<UUID>();
        for (int i = 0; i < 2; i++) {
            // Two may have typed the same: it is nobody's yet.
            var phone = phone();
            var form = steps.personForm(phone, steps.personProof(phone), idNumber())
                    .put("email", address);
            var made = tongban.anonymous().post(PERSONS, form);
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            accounts.add(UUID.fromString(made.json().path("account").asText()));
        }
        for (var account : accounts) {
            assertThat(contacts.email(account)).contains(address);
            assertThat(contacts.confirmedEmail(account)).isEmpty();
        }
        assertThat(steps.signIn(IdentityRealms.PERSON, address).code()).isEqualTo("sign-in-failed");
        assertThat(tongban.outbox().findValuesAsText("to")).doesNotContain(address);
    }

    @Test
    @Tag("ID-3")
    void a_closed_account_keeps_its_phone_and_number_taken() {
        var known = steps.person();
        var closed = steps.as(known).post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(204);
        assertThat(steps.signIn(IdentityRealms.PERSON, known.phone()).code()).isEqualTo("sign-in-failed");
        steps.forgetCodes();
        var again = steps.personForm(known.phone(), steps.personProof(known.phone()), idNumber());
        assertThat(tongban.anonymous().post(PERSONS, again).code()).isEqualTo("phone-taken");
        var phone = phone();
        var same = steps.personForm(phone, steps.personProof(phone), known.idNumber());
        assertThat(tongban.anonymous().post(PERSONS, same).code()).isEqualTo("id-number-taken");
    }
}
