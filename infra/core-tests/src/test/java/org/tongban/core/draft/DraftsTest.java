package org.tongban.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.file.PdfFile.FILES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.file.PdfFile;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Drafts that nobody touches go, with their files, after two reminders (CO-37). Day 0 is 2026-11-20. */
@TongbanTest
@Tag("CO-37")
class DraftsTest {
    private final Tongban tongban;
    private final String phone = People.phone();
    private final People.Person writer;
    private final String name = "draft-" + UUID.randomUUID().toString().substring(0, 8);
    private final String file;
    private final String note;

    DraftsTest(Tongban tongban) {
        this.tongban = tongban;
        this.tongban.clock().moveTo(Tongban.MOMENT);
        this.writer = People.writerWithPhone(tongban, phone);
        this.file = PdfFile.uploaded(writer.api(), PdfFile.bytes(), "a.pdf");
        var made = writer.api().post(Notes.PATH, ((ObjectNode) Notes.body(name)).put("picture", file));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        this.note = made.json().path("id").asText();
    }

    private void on(int day) {
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(day)));
    }

    private void runOn(int day) {
        on(day);
        run("platform.expire-drafts");
    }

    private void run(String id) {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals(id))
                .forEach(TaskBody::run);
    }

    private List<String> reminders() {
        var texts = new ArrayList<String>();
        for (var message : tongban.outbox()) {
            if (message.path("to").asText().equals(phone)) {
                texts.addFirst(message.path("text").asText());
            }
        }
        return texts;
    }

    private Answer read() {
        return writer.api().get(Notes.PATH + "/" + note);
    }

    @Test
    void an_untouched_draft_goes_with_its_file_after_two_reminders() {
        runOn(149);
        assertThat(reminders()).isEmpty();
        runOn(150);
        assertThat(reminders()).containsExactly("您的“" + name + "”草稿已150天未修改，将于2027-05-19删除。");
        runOn(172);
        assertThat(reminders()).hasSize(1);
        runOn(173);
        assertThat(reminders()).hasSize(2).last().isEqualTo("您的“" + name + "”草稿已173天未修改，将于2027-05-19删除。");
        runOn(179);
        assertThat(read().status()).isEqualTo(200);
        runOn(180);
        assertThat(read().status()).isEqualTo(404);
        assertThat(writer.api().get(FILES + "/" + file).status()).isEqualTo(404);
        run("platform.delete-unattached-files");
        assertThat(Rows.count(tongban, "select count(*) from core.file where id = ?", UUID.fromString(file)))
                .isZero();
        assertThat(reminders()).hasSize(2);
    }

    @Test
    @Tag("CO-55")
    void its_end_is_in_the_audit_trail() {
        runOn(150);
        runOn(173);
        runOn(180);
        assertThat(Rows.of(
                        tongban,
                        "select action, outcome, digest ->> 'touchedOn' as touched from core.audit_record where"
                                + " subject_id = ? and account is null",
                        UUID.fromString(note)))
                .containsExactly(
                        Map.of("action", "platform.expire-drafts", "outcome", "done", "touched", "2026-11-20"));
    }

    @Test
    @Tag("CO-48")
    void run_twice_for_a_day_the_task_does_nothing_more() {
        runOn(150);
        runOn(150);
        assertThat(reminders()).hasSize(1);
        runOn(173);
        runOn(173);
        assertThat(reminders()).hasSize(2);
    }

    @Test
    @Tag("CO-48")
    void a_task_that_was_away_takes_no_draft_before_its_owner_had_both_reminders_and_their_days() {
        runOn(400);
        assertThat(reminders()).containsExactly("您的“" + name + "”草稿已400天未修改，将于2028-01-24删除。");
        runOn(422);
        assertThat(reminders()).hasSize(1);
        runOn(429);
        assertThat(reminders()).hasSize(2).last().isEqualTo("您的“" + name + "”草稿已429天未修改，将于2028-01-30删除。");
        assertThat(read().status()).isEqualTo(200);
        runOn(436);
        assertThat(read().status()).isEqualTo(404);
    }

    @Test
    void a_save_begins_the_days_anew() {
        runOn(150);
        on(160);
        var saved = writer.api()
                .with("If-Match", read().etag())
                .put(Notes.PATH + "/" + note, ((ObjectNode) Notes.body(name)).put("picture", file));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        runOn(309);
        assertThat(reminders()).hasSize(1);
        runOn(310);
        assertThat(reminders()).hasSize(2).last().isEqualTo("您的“" + name + "”草稿已150天未修改，将于2027-10-26删除。");
    }

    @Test
    void what_was_submitted_is_no_draft() {
        Notes.number(writer.api(), Notes.PATH + "/" + note);
        runOn(150);
        runOn(173);
        runOn(180);
        assertThat(reminders()).noneMatch(text -> text.contains("草稿"));
        assertThat(read().status()).isEqualTo(200);
        assertThat(writer.api().get(FILES + "/" + file + "/content").status()).isEqualTo(200);
    }

    @Test
    void a_draft_that_its_module_will_not_give_up_stays_with_its_file() {
        Rows.change(tongban, "update trial.note set state = 'submitted' where id = ?", UUID.fromString(note));
        runOn(150);
        runOn(173);
        runOn(180);
        assertThat(read().status()).isEqualTo(200);
        assertThat(writer.api().get(FILES + "/" + file + "/content").status()).isEqualTo(200);
        Rows.change(tongban, "delete from core.draft where record_id = ?", UUID.fromString(note));
    }
}
