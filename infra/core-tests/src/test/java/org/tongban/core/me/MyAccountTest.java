package org.tongban.core.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Contacts;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** What an account sees of itself and changes about itself (CO-24b). */
@TongbanTest
@Tag("CO-24b")
class MyAccountTest {
    private static final String ME = "/api/platform/v1/me";

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String proof(Tongban tongban, People.Person person, String purpose, String phone) {
        return Proofs.ofPhone(tongban, person.api(), person.realm(), purpose, phone);
    }

    private static int signIn(Tongban tongban, People.Person person, String login) {
        return People.signIn(tongban, person.realm(), login, People.PASSWORD).status();
    }

    private static Answer closed(People.Person person, String password) {
        return person.api().post(ME + "/closure", body().put("password", password));
    }

    @Test
    @Tag("CO-22")
    void sessions_are_listed_and_one_of_them_ended(Tongban tongban) {
        var writer = People.writer(tongban);
        var second = tongban.withToken(People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                .json()
                .path("accessToken")
                .asText());
        var listed = writer.api().get(ME + "/sessions").json().path("items");
        assertThat(listed).hasSize(2);
        assertThat(listed.get(0).path("current").asBoolean()).isFalse();
        assertThat(listed.get(1).path("current").asBoolean()).isTrue();
        assertThat(listed.get(1).path("address").asText()).isEqualTo("127.0.0.1");
        var stranger = People.writer(tongban);
        var path = ME + "/sessions/" + listed.get(0).path("id").asText();
        assertThat(stranger.api().delete(path).status()).isEqualTo(404);
        assertThat(writer.api().delete(path).status()).isEqualTo(204);
        await().until(() -> second.get(ME).status() == 401);
        assertThat(writer.api().get(ME).status()).isEqualTo(200);
        assertThat(writer.api().delete(path).status()).isEqualTo(404);
    }

    @Test
    @Tag("CO-22")
    void signing_out_everywhere_ends_every_session(Tongban tongban) {
        var writer = People.writer(tongban);
        var second = tongban.withToken(People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD)
                .json()
                .path("accessToken")
                .asText());
        assertThat(writer.api().delete(ME + "/sessions").status()).isEqualTo(204);
        await().until(() -> second.get(ME).status() == 401);
        await().until(() -> writer.api().get(ME).status() == 401);
    }

    @Test
    void sign_ins_are_listed_page_by_page_newest_first(Tongban tongban) {
        var writer = People.writer(tongban);
        People.signIn(tongban, writer.realm(), writer.login(), People.PASSWORD);
        People.signIn(tongban, writer.realm(), writer.login(), "Other-Island-58");
        var first = writer.api().get(ME + "/sign-ins?limit=1").json();
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("items").get(0).path("by").asText()).isEqualTo("password");
        var rest = writer.api()
                .get(ME + "/sign-ins?cursor=" + first.path("nextCursor").asText())
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("nextCursor")).isFalse();
    }

    @Test
    void a_phone_is_changed_by_codes_to_the_old_and_to_the_new_one(Tongban tongban) {
        var old = People.phone();
        var next = People.phone();
        var person = People.reachable(tongban, old);
        var done = person.api()
                .put(
                        ME + "/phone",
                        body().put("oldProof", proof(tongban, person, "change-phone", old))
                                .put("newProof", proof(tongban, person, "change-phone", next)));
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
        assertThat(signIn(tongban, person, next)).isEqualTo(201);
        assertThat(signIn(tongban, person, old)).isEqualTo(401);
        var told = tongban.outbox().get(0);
        assertThat(told.path("to").asText()).isEqualTo(old);
        assertThat(told.path("template").asText()).isEqualTo("core.phone-change");
    }

    @Test
    void without_the_proof_of_the_old_phone_nothing_changes_and_the_other_proof_is_kept(Tongban tongban) {
        var old = People.phone();
        var next = People.phone();
        var person = People.reachable(tongban, old);
        var proofOfNext = proof(tongban, person, "change-phone", next);
        var missing = person.api().put(ME + "/phone", body().put("newProof", proofOfNext));
        assertThat(missing.violations()).containsExactly("/oldProof proof-refused");
        var wrong = person.api()
                .put(ME + "/phone", body().put("oldProof", "a".repeat(43)).put("newProof", proofOfNext));
        assertThat(wrong.violations()).containsExactly("/oldProof proof-refused");
        var done = person.api()
                .put(
                        ME + "/phone",
                        body().put("oldProof", proof(tongban, person, "change-phone", old))
                                .put("newProof", proofOfNext));
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
    }

    @Test
    void a_phone_is_bound_where_there_is_none_and_refused_where_another_account_has_it(Tongban tongban) {
        var phone = People.phone();
        var writer = People.writer(tongban);
        var done = writer.api().put(ME + "/phone", body().put("newProof", proof(tongban, writer, "bind-phone", phone)));
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
        assertThat(tongban.context().getBean(Contacts.class).phone(writer.account()))
                .contains(phone);
        var taken = People.phone();
        People.reachable(tongban, taken);
        var own = People.phone();
        var person = People.reachable(tongban, own);
        var refused = person.api()
                .put(
                        ME + "/phone",
                        body().put("oldProof", proof(tongban, person, "change-phone", own))
                                .put("newProof", proof(tongban, person, "change-phone", taken)));
        assertThat(refused.code()).isEqualTo("phone-taken");
    }

    @Test
    @Tag("PF-1")
    void an_e_mail_address_is_confirmed_by_a_mailed_code_and_signs_in(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var address = "c" + UUID.randomUUID() + "@example.org";
        var proof = Proofs.ofMailbox(tongban, person.api(), person.realm(), "confirm-email", address);
        var done = person.api().put(ME + "/email", body().put("proof", proof));
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
        assertThat(signIn(tongban, person, address)).isEqualTo(201);
        var other = People.reachable(tongban, People.phone());
        assertThat(other.api()
                        .put(ME + "/email", body().put("proof", "a".repeat(43)))
                        .code())
                .isEqualTo("proof-refused");
    }

    @Test
    void a_closed_account_is_gone_and_its_phone_free(Tongban tongban) {
        var phone = People.phone();
        var person = People.reachable(tongban, phone);
        assertThat(closed(person, "Other-Island-58").violations()).containsExactly("/password wrong");
        assertThat(closed(person, People.PASSWORD).status()).isEqualTo(204);
        await().until(() -> person.api().get(ME).status() == 401);
        assertThat(signIn(tongban, person, person.login())).isEqualTo(401);
        assertThat(signIn(tongban, People.reachable(tongban, phone), phone)).isEqualTo(201);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.account where id = ? and phone is null and password_hash is null",
                        person.account()))
                .isEqualTo(1);
    }

    @Test
    void open_business_keeps_an_account_open_and_is_named(Tongban tongban) {
        var writer = People.writer(tongban);
        var number = Notes.submitted(writer.api(), "open business");
        var refused = closed(writer, People.PASSWORD);
        assertThat(refused.code()).isEqualTo("open-business");
        assertThat(refused.json().path("business").get(0).path("number").asText())
                .isEqualTo(number);
        assertThat(writer.api().get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-29")
    void staff_do_not_close_their_own_accounts(Tongban tongban) {
        assertThat(closed(People.staff(tongban, "filing-reviewer"), People.PASSWORD)
                        .code())
                .isEqualTo("forbidden");
    }
}
