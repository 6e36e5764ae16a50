package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.idNumber;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.EnrolSteps.User;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The user of a handler: username, password, phone and their proofs (ID-12). */
@TongbanTest
@Tag("ID-12")
class EnrolledUserTest {
    private final Tongban tongban;
    private final EnrolSteps steps;

    EnrolledUserTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new EnrolSteps(tongban);
    }

    @Test
    void a_code_for_another_purpose_or_another_phone_is_refused() {
        var token = steps.token(steps.unit());
        var user = steps.user();
        var other =
                Proofs.ofPhone(tongban, tongban.anonymous(), IdentityRealms.HANDLER, "register", "+86" + Fresh.phone());
        assertThat(steps.create(token, steps.form(user, other)).code()).isEqualTo("proof-refused");
        assertThat(steps.create(token, steps.form(user, steps.proof(Fresh.phone())))
                        .violations())
                .containsExactly("/phoneProof other-phone");
        var used = steps.form(user);
        assertThat(steps.create(token, used).status()).isEqualTo(201);
        var again = steps.form(steps.user(), used.path("phoneProof").asText());
        assertThat(steps.create(steps.token(steps.unit()), again).code()).isEqualTo("proof-refused");
    }

    @Test
    void a_username_has_one_of_three_forms() {
        var token = steps.token(steps.unit());
        var user = steps.user();
        var form = steps.form(user);
        for (var name : List.of("abc", "1234567", "has space", "名字名字名字")) {
            assertThat(steps.create(token, form.deepCopy().put("username", name))
                            .violations())
                    .as(name)
                    .anyMatch(one -> one.startsWith("/username "));
        }
        assertThat(steps.create(token, form.deepCopy().put("username", Fresh.phone()))
                        .violations())
                .containsExactly("/username not-own-phone");
        var created = steps.create(token, form.put("username", user.phone()));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(steps.steps.signIn(IdentityRealms.HANDLER, user.phone()).status())
                .isEqualTo(201);
    }

    @Test
    void an_email_is_a_username_once_a_mailed_code_has_proved_it() {
        var token = steps.token(steps.unit());
        var user = steps.user();
        var address = "Mail" + user.phone() + "@example.org";
        var form = steps.form(user).put("username", address);
        assertThat(steps.create(token, form).violations()).contains("/emailProof required");
        assertThat(steps.create(token, form.deepCopy().put("emailProof", "none"))
                        .code())
                .isEqualTo("proof-refused");
        assertThat(steps.create(token, form.deepCopy().put("emailProof", mailed("other" + address)))
                        .violations())
                .containsExactly("/emailProof other-email");
        var created = steps.create(token, form.put("emailProof", mailed(address)));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.json().path("username").asText()).isEqualTo(address.toLowerCase(Locale.ROOT));
        assertThat(steps.steps.signIn(IdentityRealms.HANDLER, address).status()).isEqualTo(201);
    }

    private String mailed(String address) {
        return Proofs.ofMailbox(
                tongban,
                tongban.anonymous(),
                IdentityRealms.HANDLER,
                IdentityRealms.HANDLER_REGISTER,
                address.toLowerCase(Locale.ROOT));
    }

    @Test
    @Tag("ID-2")
    void who_is_known_by_an_id_that_has_expired_creates_no_user_and_completes_nothing() {
        var person = steps.steps.person("2026-11-30");
        var unit = steps.unit();
        var early = new User("u_" + Fresh.phone(), person.name(), person.idNumber(), Fresh.phone());
        var api = steps.created(unit, early);
        var late = new User("u_" + Fresh.phone(), person.name(), person.idNumber(), Fresh.phone());
        var token = steps.token(unit);
        var form = steps.form(late);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(20)));
        try {
            assertThat(steps.create(token, form).code()).isEqualTo("id-expired");
            var face = steps.face(api, "matched");
            assertThat(steps.complete(api, face).code()).isEqualTo("id-expired");
            assertThat(api.get(EnrolSteps.OWN).json().path("next").asText()).isEqualTo("face");
        } finally {
            tongban.clock().moveTo(Tongban.MOMENT);
        }
        assertThat(steps.create(token, form).status()).isEqualTo(201);
    }

    @Test
    void usernames_are_told_apart_by_letters_not_by_their_case() {
        var unit = steps.unit();
        var user = steps.user();
        steps.created(unit, user);
        var other = steps.user();
        var form = steps.form(other).put("username", user.username().toUpperCase(Locale.ROOT));
        assertThat(steps.create(steps.token(unit), form).code()).isEqualTo("login-taken");
    }

    @Test
    void a_password_has_three_classes_and_not_the_username() {
        var token = steps.token(steps.unit());
        var form = steps.form(steps.user());
        assertThat(steps.create(token, form.deepCopy().put("password", "onlyletters"))
                        .violations())
                .containsExactly("/password too-few-classes");
        assertThat(steps.create(
                                token,
                                form.deepCopy().put("username", "harbour_1").put("password", "X-Harbour_1-x"))
                        .violations())
                .containsExactly("/password contains-login");
        assertThat(steps.create(token, form.deepCopy().put("password", "Quiet-Harbour-47-and-more"))
                        .violations())
                .anyMatch(one -> one.startsWith("/password "));
    }

    @Test
    void own_data_in_the_password_is_advised_against() {
        var user = new User("adv_" + Fresh.phone(), "林小溪", idNumber(), Fresh.phone());
        var born = user.idNumber().substring(6, 14);
        var created = steps.create(steps.token(steps.unit()), steps.form(user).put("password", "Linxiaoxi-" + born));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.json().path("advice")).hasSize(2);
        var other = steps.user();
        var phoned = steps.create(steps.token(steps.unit()), steps.form(other).put("password", "P-" + other.phone()));
        assertThat(phoned.json().path("advice")).hasSize(1);
    }
}
