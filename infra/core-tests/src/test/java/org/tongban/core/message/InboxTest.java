package org.tongban.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** What an account was told is in its inbox, whatever else became of it (CO-38). */
@TongbanTest
@Tag("CO-38")
class InboxTest {
    private static final String PATH = "/api/platform/v1/me/messages";

    private static JsonNode inbox(Api api, String query) {
        return api.get(PATH + query).json();
    }

    private static String name() {
        return "i" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void an_account_without_a_phone_is_told_all_the_same_and_led_to_the_record(Tongban tongban) {
        var writer = People.writer(tongban);
        var name = name();
        var note = Notes.written(writer.api(), name);
        var number = Notes.number(writer.api(), note);
        assertThat(inbox(writer.api(), "?count=true").path("total").asLong()).isEqualTo(1);
        assertThat(inbox(writer.api(), "").path("items")).singleElement().satisfies(message -> {
            assertThat(message.path("text").asText()).isEqualTo("记录%s已提交，编号%s。".formatted(name, number));
            assertThat(message.path("module").asText()).isEqualTo("trial");
            assertThat(message.path("template").asText()).isEqualTo("trial.submitted");
            assertThat(message.path("link").asText()).isEqualTo(note);
            assertThat(message.path("read").asBoolean()).isFalse();
        });
        assertThat(Rows.count(tongban, "select count(*) from core.message where account = ?", writer.account()))
                .isZero();
    }

    @Test
    void is_read_in_the_language_of_the_reader(Tongban tongban) {
        var writer = People.writer(tongban);
        var name = name();
        var number = Notes.submitted(writer.api(), name);
        var english = inbox(writer.api().with("Accept-Language", "en"), "").path("items");
        assertThat(english.get(0).path("text").asText())
                .isEqualTo("The note %s was submitted under %s.".formatted(name, number));
    }

    @Test
    void knows_what_was_read(Tongban tongban) {
        var writer = People.writer(tongban);
        var api = writer.api();
        for (int i = 0; i < 3; i++) {
            Notes.submitted(api, name());
        }
        assertThat(unread(api)).isEqualTo(3);
        var first = inbox(api, "").path("items").get(0).path("id").asText();
        var read = api.post(PATH + "/" + first + "/read");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().path("read").asBoolean()).isTrue();
        var readAt = read.json().path("readAt").asText();
        assertThat(api.post(PATH + "/" + first + "/read").json().path("readAt").asText())
                .isEqualTo(readAt);
        assertThat(unread(api)).isEqualTo(2);
        assertThat(inbox(api, "?unread=true").path("items")).hasSize(2);
        assertThat(api.post(PATH + "/read").status()).isEqualTo(204);
        assertThat(unread(api)).isZero();
        assertThat(inbox(api, "?unread=true&count=true").path("total").asLong()).isZero();
        assertThat(inbox(api, "").path("items")).hasSize(3);
    }

    private static long unread(Api api) {
        return api.get("/api/platform/v1/me").json().path("unreadMessages").asLong();
    }

    @Test
    @Tag("CO-11")
    void is_read_page_by_page_and_by_module(Tongban tongban) {
        var api = People.writer(tongban).api();
        for (int i = 0; i < 3; i++) {
            Notes.submitted(api, name());
        }
        var first = inbox(api, "?limit=2&module=trial");
        assertThat(first.path("items")).hasSize(2);
        var rest = inbox(
                api, "?limit=2&module=trial&cursor=" + first.path("nextCursor").asText());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("nextCursor")).isFalse();
        assertThat(inbox(api, "?module=platform").path("items")).isEmpty();
        assertThat(api.get(PATH + "?cursor=x").code()).isEqualTo("bad-cursor");
    }

    @Test
    @Tag("CO-28")
    void another_accounts_message_does_not_exist(Tongban tongban) {
        var writer = People.writer(tongban);
        Notes.submitted(writer.api(), name());
        var id = inbox(writer.api(), "").path("items").get(0).path("id").asText();
        var stranger = People.writer(tongban).api();
        assertThat(stranger.post(PATH + "/" + id + "/read").status()).isEqualTo(404);
        assertThat(stranger.post(PATH + "/" + UUID.randomUUID() + "/read").status())
                .isEqualTo(404);
        assertThat(tongban.anonymous().get(PATH).status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-45")
    void a_confirmed_mailbox_gets_a_copy_and_one_that_is_not_gets_none(Tongban tongban) {
        var person = People.reachable(tongban, People.phone());
        var address = name() + "@example.org";
        Notes.submitted(person.api(), name());
        assertThat(mails(tongban, person.account())).isZero();
        var transactions = tongban.context().getBean(Transactions.class);
        var account =
                tongban.context().getBean(Accounts.class).find(person.account()).orElseThrow();
        transactions.write(() -> {
            tongban.context().getBean(Contacts.class).confirmEmail(account, address, Instant.EPOCH);
            return account;
        });
        Notes.submitted(person.api(), name());
        assertThat(mails(tongban, person.account())).isEqualTo(1);
        assertThat(inbox(person.api(), "").path("items")).hasSize(2);
    }

    private static long mails(Tongban tongban, UUID account) {
        return Rows.count(
                tongban, "select count(*) from core.message where channel = 'EMAIL' and account = ?", account);
    }

    @Test
    @Tag("CO-58")
    void what_it_says_is_sealed_where_it_is_kept(Tongban tongban) {
        var writer = People.writer(tongban);
        var name = name();
        Notes.submitted(writer.api(), name);
        var rows = Rows.of(
                tongban,
                "select length(content) as bytes, position(convert_to(?, 'UTF8') in content) as found"
                        + " from core.inbox_entry where account = ?",
                name,
                writer.account());
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat((Integer) row.get("bytes")).isPositive();
            assertThat(row).containsEntry("found", 0);
        });
    }

    @Test
    void a_link_leads_to_this_platform_alone(Tongban tongban) {
        var outbox = tongban.context().getBean(Outbox.class);
        var said = Map.of("name", "a", "number", "1");
        for (var link : new String[] {"https://example.org/", "//example.org/"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> outbox.send("trial.submitted", new Recipient.Account(UUID.randomUUID()), said, link));
        }
    }
}
