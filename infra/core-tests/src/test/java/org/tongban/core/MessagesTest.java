package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Language;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** A message is written with the change that causes it, and sent after (CO-40, CO-41). */
@TongbanTest
@Tag("CO-40")
class MessagesTest {
    private static List<JsonNode> sent(Tongban tongban, String name) {
        return StreamSupport.stream(tongban.outbox().spliterator(), false)
                .filter(message -> message.path("text").asText().contains(name))
                .toList();
    }

    private static List<Map<String, Object>> rows(Tongban tongban, UUID account) {
        return Rows.of(
                tongban,
                "select recipient, recipient_masked, text, content, state, provider_id from core.message where account"
                        + " = ?",
                account);
    }

    private static String unique() {
        return "m" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    @Tag("CO-41")
    @Tag("CO-44")
    void a_submission_tells_the_applicant_by_message(Tongban tongban) {
        var name = unique();
        var phone = People.phone();
        var number = Notes.submitted(People.writerWithPhone(tongban, phone).api(), name);
        await().until(() -> sent(tongban, name).stream()
                .anyMatch(message -> message.path("state").asText().equals("sent")));
        assertThat(sent(tongban, name)).singleElement().satisfies(message -> {
            assertThat(message.path("template").asText()).isEqualTo("trial.submitted");
            assertThat(message.path("to").asText()).isEqualTo(phone);
            assertThat(message.path("text").asText()).isEqualTo("记录%s已提交，编号%s。".formatted(name, number));
        });
    }

    @Test
    @Tag("CO-43")
    @Tag("CO-58")
    void the_phone_is_masked_and_sealed_where_it_is_kept(Tongban tongban) {
        var phone = People.phone();
        var writer = People.writerWithPhone(tongban, phone);
        Notes.submitted(writer.api(), unique());
        assertThat(rows(tongban, writer.account())).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("recipient_masked", "+86139****" + phone.substring(phone.length() - 4));
            var sealed = new String((byte[]) row.get("recipient"), StandardCharsets.ISO_8859_1);
            var content = new String((byte[]) row.get("content"), StandardCharsets.ISO_8859_1);
            assertThat(content).isNotEmpty().doesNotContain("trial");
            assertThat(row.get("text")).isNull();
            assertThat(sealed).isNotEmpty().doesNotContain(phone.substring(3)).doesNotContain("1397");
        });
        assertThat(Rows.of(tongban, "select phone from core.account where id = ?", writer.account()))
                .allSatisfy(row -> assertThat(new String((byte[]) row.get("phone"), StandardCharsets.ISO_8859_1))
                        .doesNotContain(phone.substring(3)));
    }

    @Test
    void a_refused_submission_tells_nobody(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone());
        var note = Notes.written(writer.api(), unique());
        Notes.number(writer.api(), note);
        assertThat(writer.api().post(note + "/submit").status()).isEqualTo(409);
        assertThat(rows(tongban, writer.account())).hasSize(1);
    }

    @Test
    @Tag("CO-41")
    void what_was_sent_is_not_sent_again(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone());
        Notes.submitted(writer.api(), unique());
        var attempts = "select attempts from core.message where state = 'sent' and account = ?";
        await().until(() -> Rows.of(tongban, attempts, writer.account()).size() == 1);
        var second = People.writerWithPhone(tongban, People.phone());
        Notes.submitted(second.api(), unique());
        await().until(() -> Rows.of(tongban, attempts, second.account()).size() == 1);
        assertThat(Rows.count(tongban, attempts, writer.account())).isEqualTo(1);
    }

    @Test
    @Tag("CO-41")
    void what_is_no_longer_true_is_dropped(Tongban tongban) {
        var outbox = tongban.context().getBean(Outbox.class);
        var transactions = tongban.context().getBean(Transactions.class);
        var now = tongban.context().getBean(DatabaseClock.class).now();
        var late = unique() + "@example.org";
        var early = unique() + "@example.org";
        for (var to : List.of(late, early)) {
            transactions.write(() -> {
                outbox.sendWhileTrue(
                        "core.otp",
                        new Recipient.Email(to),
                        Map.of("code", "000000", "purpose", "x", "minutes", "5"),
                        Language.EN,
                        to.equals(late) ? now : now.plusSeconds(300));
                return to;
            });
        }
        await().until(() ->
                state(tongban, early).equals("sent") && state(tongban, late).equals("dropped"));
        assertThat(message(tongban, early).path("subject").asText()).isEqualTo("Your code");
    }

    private static JsonNode message(Tongban tongban, String to) {
        return StreamSupport.stream(tongban.outbox().spliterator(), false)
                .filter(message -> message.path("to").asText().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Tongban tongban, String to) {
        return message(tongban, to).path("state").asText();
    }

    @Test
    @Tag("CO-40")
    void a_mailbox_is_not_sent_what_goes_to_phones_alone(Tongban tongban) {
        var outbox = tongban.context().getBean(Outbox.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outbox.send(
                        "trial.submitted", new Recipient.Email("a@example.org"), Map.of("name", "a", "number", "1")))
                .withMessageContaining("trial.submitted");
    }
}
