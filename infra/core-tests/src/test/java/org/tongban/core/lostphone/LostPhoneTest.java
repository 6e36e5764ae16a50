package org.tongban.core.lostphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.core.lostphone.LostPhoneSteps.OFFICER;
import static org.tongban.core.lostphone.LostPhoneSteps.PATH;
import static org.tongban.core.lostphone.LostPhoneSteps.PDF;
import static org.tongban.core.lostphone.LostPhoneSteps.PLATFORM;
import static org.tongban.core.lostphone.LostPhoneSteps.asked;
import static org.tongban.core.lostphone.LostPhoneSteps.decided;
import static org.tongban.core.lostphone.LostPhoneSteps.form;
import static org.tongban.core.lostphone.LostPhoneSteps.proof;
import static org.tongban.core.lostphone.LostPhoneSteps.uploaded;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Contacts;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Who has lost the phone of an account gets another by documents that two officers have seen (CO-24b). */
@TongbanTest
@Tag("CO-24b")
class LostPhoneTest {
    private static final String STATE = "select count(*) from core.lost_phone where id = cast(? as uuid) and state = ?";

    private static String granted(Tongban tongban, String login, String phone) {
        var request = asked(tongban, login, phone);
        var first = People.staff(tongban, OFFICER).api();
        assertThat(decided(first, "platform.lost-phone", request, "{'decision': 'approve'}")
                        .status())
                .isEqualTo(200);
        assertThat(decided(first, "platform.lost-phone-confirmation", request, "{'decision': 'approve'}")
                        .code())
                .as("the same officer does not decide twice")
                .isEqualTo("own-case");
        var second = People.staff(tongban, OFFICER).api();
        assertThat(decided(second, "platform.lost-phone-confirmation", request, "{'decision': 'approve'}")
                        .status())
                .isEqualTo(200);
        return request;
    }

    private static void runTask(Tongban tongban) {
        tongban.context().getBean(ApplyPhones.class).run();
    }

    private static boolean is(Tongban tongban, String request, String state) {
        return Rows.count(tongban, STATE, request, state) == 1;
    }

    private static long told(Tongban tongban, String phone) {
        long told = 0;
        for (var message : tongban.outbox()) {
            told += message.path("to").asText().equals(phone)
                            && message.path("text").asText().contains("更换手机号")
                    ? 1
                    : 0;
        }
        return told;
    }

    @Test
    void two_officers_grant_a_phone_that_takes_effect_a_day_after_the_old_one_was_told(Tongban tongban) {
        var old = People.phone();
        var person = People.reachable(tongban, old);
        var phone = People.phone();
        var contacts = tongban.context().getBean(Contacts.class);

        var request = granted(tongban, person.login(), phone);
        assertThat(told(tongban, old)).isEqualTo(1);
        assertThat(told(tongban, phone)).isEqualTo(1);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(23)));
        runTask(tongban);
        assertThat(contacts.phone(person.account())).contains(old);

        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(25)));
        runTask(tongban);
        assertThat(contacts.phone(person.account())).contains(phone);
        assertThat(is(tongban, request, "effective")).isTrue();
        await().until(() -> person.api().get(PLATFORM + "/me").status() == 401);
        assertThat(People.signIn(tongban, person.realm(), phone, People.PASSWORD)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoever_still_holds_the_account_stops_it(Tongban tongban) {
        var old = People.phone();
        var person = People.reachable(tongban, old);
        var request = granted(tongban, person.login(), People.phone());

        assertThat(person.api().delete(PLATFORM + "/me/lost-phones").status()).isEqualTo(204);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(25)));
        runTask(tongban);
        assertThat(is(tongban, request, "stopped")).isTrue();
        assertThat(tongban.context().getBean(Contacts.class).phone(person.account()))
                .contains(old);
    }

    @Test
    void an_officer_stops_it_until_it_has_taken_effect(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var request = asked(tongban, person.login(), People.phone());
        var stop = PLATFORM + "/lost-phones/" + request + "/stop";

        assertThat(person.api().post(stop).status()).isEqualTo(403);
        var officer = People.staff(tongban, OFFICER).api();
        assertThat(officer.post(stop).json().path("state").asText()).isEqualTo("stopped");
        assertThat(decided(officer, "platform.lost-phone", request, "{'decision': 'approve'}")
                        .status())
                .isEqualTo(200);
        assertThat(is(tongban, request, "stopped"))
                .as("what is stopped stays so, whoever approves it afterwards")
                .isTrue();

        var other = granted(tongban, People.reachable(tongban, People.phone()).login(), People.phone());
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(25)));
        runTask(tongban);
        assertThat(officer.post(PLATFORM + "/lost-phones/" + other + "/stop").code())
                .isEqualTo("request-over");
    }

    @Test
    void a_refusal_is_told_at_the_new_phone(Tongban tongban) {
        var phone = People.phone();
        var request = asked(tongban, People.reachable(tongban, People.phone()).login(), phone);
        var officer = People.staff(tongban, OFFICER).api();
        var refused = decided(officer, "platform.lost-phone", request, "{'decision': 'reject', 'reason': '证明不清晰'}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);
        assertThat(is(tongban, request, "refused")).isTrue();
        assertThat(tongban.outbox().toString()).contains("证明不清晰");
    }

    @Test
    void a_phone_that_somebody_else_has_by_then_is_not_taken(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var phone = People.phone();
        var request = granted(tongban, person.login(), phone);
        People.reachable(tongban, phone);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(25)));
        runTask(tongban);
        assertThat(is(tongban, request, "void")).isTrue();
    }

    @Test
    @Tag("RL-10")
    void a_request_for_nobody_is_answered_alike_and_forgotten_with_its_documents(Tongban tongban) {
        var request = asked(tongban, "nobody-of-this-name", People.phone());
        assertThat(is(tongban, request, "nobody")).isTrue();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(25)));
        runTask(tongban);
        assertThat(Rows.count(tongban, "select count(*) from core.lost_phone where id = cast(? as uuid)", request))
                .isZero();
        assertThat(Rows.count(tongban, "select count(*) from core.file where record_id = cast(? as uuid)", request))
                .isZero();
    }

    @Test
    @Tag("CO-36")
    void the_documents_are_for_officers_alone(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var form = form(tongban, person.login(), People.phone());
        var file = PLATFORM + "/files/" + form.path("documents").get(0).asText();
        assertThat(tongban.anonymous().post(PATH, form).status()).isEqualTo(202);
        assertThat(People.staff(tongban, OFFICER).api().get(file + "/content").body())
                .isEqualTo(PDF);
        assertThat(person.api().get(file).status()).isEqualTo(404);
        assertThat(People.staff(tongban).api().get(file).status()).isEqualTo(404);
    }

    @Test
    @Tag("CO-35")
    void who_has_no_account_uploads_by_a_proof_of_the_right_purpose_and_only_so_much(Tongban tongban) {
        assertThat(uploaded(tongban, "no such proof").code()).isEqualTo("proof-refused");
        var other = Proofs.ofPhone(tongban, tongban.anonymous(), TrialModule.REACHABLE, "register", People.phone());
        assertThat(uploaded(tongban, other).code()).isEqualTo("proof-refused");
        var proof = proof(tongban, People.phone());
        assertThat(tongban.anonymous()
                        .with("Code-Proof", proof)
                        .bytes("POST", PLATFORM + "/public/files?slot=trial/picture", PDF, "application/pdf")
                        .code())
                .as("a slot that needs an account")
                .isEqualTo("proof-refused");
        for (int i = 0; i < 10; i++) {
            assertThat(uploaded(tongban, proof).status()).isEqualTo(201);
        }
        assertThat(uploaded(tongban, proof).code()).isEqualTo("too-many-files");
    }

    @Test
    void what_is_wrong_is_said_and_the_proof_kept(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var form = form(tongban, person.login(), People.phone());
        var wrong = form.deepCopy().put("explanation", "短");
        wrong.putArray("documents").add("019a9f3c-7a10-7000-8000-000000000001");
        var refused = tongban.anonymous().post(PATH, wrong);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.violations()).contains("/explanation min-length");
        wrong.put("explanation", "原手机号已停机。");
        assertThat(tongban.anonymous().post(PATH, wrong).violations()).isEqualTo(List.of("/documents/0 file-unknown"));
        var elsewhere = form.deepCopy().put("newPhone", "13800000077");
        assertThat(tongban.anonymous().post(PATH, elsewhere).violations())
                .isEqualTo(List.of("/phoneProof other-phone"));
        assertThat(tongban.anonymous()
                        .post(PLATFORM + "/realms/none/lost-phones", form)
                        .code())
                .isEqualTo("not-found");
        assertThat(tongban.anonymous().post(PATH, form).status()).isEqualTo(202);
        assertThat(tongban.anonymous().post(PATH, form).code()).isEqualTo("proof-refused");
    }
}
