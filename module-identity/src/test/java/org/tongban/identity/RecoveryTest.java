package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;
import static org.tongban.identity.RecoverySteps.NEW_PASSWORD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.UnitCode;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Forgotten passwords and usernames of handlers' accounts, which are told to nobody but who has the phone (ID-30, ID-31). */
@TongbanTest
@Tag("ID-30")
class RecoveryTest {
    private final Tongban tongban;
    private final RecoverySteps recovery;
    private final HandlerUsers users;

    RecoveryTest(Tongban tongban) {
        this.tongban = tongban;
        this.recovery = new RecoverySteps(tongban);
        this.users = new HandlerUsers(tongban);
    }

    @Test
    void who_has_the_phone_of_a_username_sets_a_new_password_once_and_all_sessions_end() {
        var user = users.user(users.unit());
        var before = recovery.signIn(user.username(), IdentitySteps.PASSWORD);
        assertThat(before.status()).as(before.toString()).isEqualTo(201);
        var session = tongban.withToken(before.json().path("accessToken").asText());
        var proof = recovery.proof(recovery.byUsername(user.username().toUpperCase(Locale.ROOT)), user.phone());
        var shown = recovery.shown(proof);
        assertThat(shown.json().path("accounts").findValuesAsText("username")).containsExactly(user.username());
        assertThat(shown.json().path("accounts").path(0).path("organisation").asText())
                .isEqualTo(user.organisation().name());
        assertThat(shown.text()).doesNotContain(user.phone());
        var weak = recovery.complete(proof, user.username(), "zkqwvmtr");
        assertThat(weak.code()).isEqualTo("password-refused");
        var done = recovery.complete(proof, user.username(), NEW_PASSWORD);
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> session.get(PLATFORM + "/me").status() == 401);
        assertThat(recovery.signIn(user.username(), IdentitySteps.PASSWORD).code())
                .isEqualTo("sign-in-failed");
        assertThat(recovery.signIn(user.username(), NEW_PASSWORD).status()).isEqualTo(201);
        assertThat(recovery.complete(proof, user.username(), "Other-Quay-59").code())
                .isEqualTo("proof-refused");
        assertThat(recovery.shown(proof).code()).isEqualTo("proof-refused");
        assertThat(tongban.outbox().findValuesAsText("text"))
                .anyMatch(text -> text.contains(user.username()) && text.contains("已重置密码"));
    }

    @Test
    @Tag("ID-31")
    void a_username_is_found_by_the_phone_and_whatever_code_the_unit_is_known_by() {
        var user = users.user(users.unit());
        var code = String.valueOf(user.organisation().uscc());
        users.directory()
                .noteNumber(
                        user.organisation().id(), "3301080000" + user.phone().substring(6));
        for (var typed : List.of(
                code,
                " " + code.toLowerCase(Locale.ROOT),
                code.substring(8, 16) + "-" + code.charAt(16),
                "3301080000" + user.phone().substring(6))) {
            assertThat(recovery.usernames(recovery.proof(recovery.byPhone(user.phone(), typed), user.phone())))
                    .as(typed)
                    .containsExactly(user.username());
        }
        var project = users.user(users.unit(new UnitCode.Project("X1330211040113985T")));
        assertThat(recovery.usernames(
                        recovery.proof(recovery.byPhone(project.phone(), "x1330211040113985t"), project.phone())))
                .containsExactly(project.username());
        var number = "HRB " + UUID.randomUUID().toString().substring(0, 8);
        var abroad = users.user(users.unit(new UnitCode.Foreign("DE", number)));
        assertThat(recovery.usernames(recovery.proof(recovery.byPhone(abroad.phone(), number), abroad.phone())))
                .containsExactly(abroad.username());
    }

    @Test
    @Tag("ID-31")
    void a_username_is_found_by_the_number_of_the_document_and_all_accounts_of_it_are_shown() {
        var unit = users.unit();
        var number = idNumber();
        var first = users.user(unit, phone(), number);
        var second = users.user(unit, phone(), number);
        var elsewhere = users.user(users.unit(), phone(), number);
        var code = String.valueOf(unit.uscc());
        // The code goes to the newest one's phone, and with that proved all are shown.
        var proof = recovery.proof(recovery.byNumber(number.toLowerCase(Locale.ROOT), code), second.phone());
        var shown = recovery.shown(proof).json().path("accounts");
        assertThat(shown.findValuesAsText("username")).containsExactly(second.username(), first.username());
        assertThat(shown.findValuesAsText("resettable")).containsExactly("true", "false");
        for (var other : List.of(elsewhere, users.user(unit))) {
            assertThat(recovery.complete(proof, other.username(), NEW_PASSWORD).code())
                    .isEqualTo("proof-refused");
        }
        assertThat(recovery.complete(proof, second.username(), NEW_PASSWORD).status())
                .isEqualTo(204);
    }

    @Test
    @Tag("ID-31")
    void an_account_whose_phone_was_not_the_proved_one_is_shown_and_cannot_be_reset() {
        var unit = users.unit();
        var number = idNumber();
        var first = users.user(unit, phone(), number);
        var second = users.user(unit, phone(), number);
        var proof = recovery.proof(recovery.byNumber(number, String.valueOf(unit.uscc())), second.phone());
        assertThat(recovery.complete(proof, first.username(), NEW_PASSWORD).code())
                .isEqualTo("proof-refused");
        assertThat(recovery.signIn(first.username(), IdentitySteps.PASSWORD).status())
                .isEqualTo(201);
    }

    @Test
    @Tag("ID-31")
    void one_phone_in_two_units_of_one_number_has_both_accounts_shown() {
        var number = UUID.randomUUID().toString();
        var phone = phone();
        var german = users.user(users.unit(new UnitCode.Foreign("DE", number)), phone, idNumber());
        var swiss = users.user(users.unit(new UnitCode.Foreign("CH", number)), phone, idNumber());
        var proof = recovery.proof(recovery.byPhone(phone, number), phone);
        assertThat(recovery.usernames(proof)).containsExactlyInAnyOrder(german.username(), swiss.username());
        assertThat(recovery.complete(proof, german.username(), NEW_PASSWORD).status())
                .isEqualTo(204);
        assertThat(recovery.complete(proof, swiss.username(), NEW_PASSWORD).code())
                .isEqualTo("proof-refused");
    }

    /** The answer without what is another each time. */
    private static String likeness(Answer answer) {
        var body = (ObjectNode) answer.json();
        body.remove(List.of("id", "traceId", "instance"));
        return answer.status() + " " + body + " "
                + new TreeSet<>(answer.headers().map().keySet());
    }

    @Test
    @Tag("ID-31")
    @Tag("RL-10")
    void before_the_code_is_right_known_and_unknown_data_are_answered_alike() {
        var user = users.user(users.unit());
        var code = String.valueOf(user.organisation().uscc());
        var closed = users.user(user.organisation());
        tongban.context().getBean(Accounts.class).close(closed.account());
        var likenesses = new TreeSet<String>();
        for (var form : List.of(
                recovery.byUsername(user.username()),
                recovery.byUsername("nobody_here"),
                recovery.byUsername(closed.username()),
                recovery.byPhone(user.phone(), code),
                recovery.byPhone(phone(), code),
                recovery.byPhone(closed.phone(), code),
                recovery.byPhone(user.phone(), Fresh.uscc()),
                recovery.byPhone(user.phone(), "no such unit"),
                recovery.byNumber(user.idNumber(), code),
                recovery.byNumber(idNumber(), code),
                recovery.byNumber("12345", code))) {
            var sent = recovery.asked(form);
            assertThat(sent.text()).doesNotContain(user.phone().substring(7));
            likenesses.add(likeness(sent));
            // And so are the wrong codes, down to the last of them.
            for (int i = 0; i < 6; i++) {
                var wrong = tongban.anonymous()
                        .post(
                                PLATFORM + "/codes/" + sent.json().path("id").asText() + "/verification",
                                object().put("code", "000000"));
                likenesses.add(i + " " + likeness(wrong));
            }
        }
        assertThat(likenesses).hasSize(7);
    }
}
