package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** Another officer looks at a decision again (CO-46d). */
@TongbanTest
@Tag("CO-46d")
class ReexaminationTest {
    private static final String ASK = "/api/platform/v1/me/re-examinations";

    private static JsonNode about(String number) {
        return Api.json("{'caseNumber': '%s', 'reason': 'the figures were misread by far'}".formatted(number));
    }

    private static String rejected(Tongban tongban, Api writer, String note) {
        var reviewer = tongban.as("reviewer");
        var number = Notes.number(writer, note);
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, number), "reject"), 200);
        return number;
    }

    private static boolean isTold(Tongban tongban, String number, String result) {
        for (var message : tongban.outbox()) {
            if (message.path("template").asText().equals("core.reexamined")
                    && message.path("text").asText().contains("（" + number + "）的复核结果：" + result)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_decision_that_falls_gives_the_record_its_state_back(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone()).api();
        var note = Notes.written(writer, "falls");
        var number = rejected(tongban, writer, note);
        var mine = Notes.mine(writer, number);
        assertThat(writer.get(mine).json().path("actions").path(0).asText()).isEqualTo("re-examination");
        var typed = number.toLowerCase(Locale.ROOT).replace("-", " ");
        var asked = Notes.right(writer.post(ASK, about(typed)), 201).json();
        assertThat(asked.path("kind").asText()).isEqualTo("re-examination");
        assertThat(asked.path("number").asText()).startsWith("FH2026-");
        assertThat(asked.path("dueOn").asText()).isEqualTo("2026-12-11");
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("rejected");
        assertThat(writer.get(mine).json().at("/reexamination/state").asText()).isEqualTo("open");
        assertThat(writer.get(mine).json().path("actions")).isEmpty();
        var again = Notes.review(tongban.as("reviewer"), asked.path("number").asText());
        var first = tongban.as("reviewer").post(again + "/claim");
        assertThat(first.status()).isEqualTo(403);
        assertThat(first.code()).isEqualTo("decided-before");
        var other = People.staff(tongban, TrialModule.REVIEWER).api();
        assertThat(other.get(again).json().path("outcomes")).hasSize(2);
        Notes.right(Notes.decided(other, again, "approve"), 200);
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("submitted");
        assertThat(writer.get(mine).json().path("history").findValuesAsText("action"))
                .endsWith("ask-re-examination", "overturn");
        assertThat(isTold(tongban, number, "原决定已撤销")).isTrue();
        var once = writer.post(ASK, about(number));
        assertThat(once.status()).isEqualTo(409);
        assertThat(once.code()).isEqualTo("already-re-examined");
    }

    @Test
    void a_decision_that_stands_changes_nothing(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone()).api();
        var note = Notes.written(writer, "stands");
        var number = rejected(tongban, writer, note);
        var asked = writer.post(ASK, about(number)).json();
        var other = People.staff(tongban, TrialModule.REVIEWER).api();
        var again = Notes.review(other, asked.path("number").asText());
        other.post(again + "/claim");
        assertThat(Notes.decidedClaimed(other, again, "{'decision': 'return', 'reason': 'x'}")
                        .code())
                .isEqualTo("outcome-not-offered");
        Notes.right(Notes.decidedClaimed(other, again, "{'decision': 'reject', 'reason': 'x'}"), 200);
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("rejected");
        assertThat(isTold(tongban, number, "维持原决定")).isTrue();
    }

    @Test
    @Tag("CO-71")
    void it_is_asked_for_within_ten_working_days(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var number = rejected(tongban, writer, Notes.written(writer, "late"));
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(15)));
        var late = writer.post(ASK, about(number));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("re-examination-late");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(14)));
        assertThat(writer.post(ASK, about(number)).status()).isEqualTo(201);
    }

    @Test
    @Tag("CO-71")
    void a_period_whose_end_nobody_can_say_yet_is_still_running(Tongban tongban) {
        var writer = People.writer(tongban).api();
        tongban.clock().moveTo(Instant.parse("2131-03-05T02:00:00Z"));
        var number = rejected(tongban, writer, Notes.written(writer, "unknown year"));
        tongban.clock().moveTo(Instant.parse("2131-06-05T02:00:00Z"));
        assertThat(writer.post(ASK, about(number)).status()).isEqualTo(201);
    }

    @Test
    @Tag("CO-71")
    void both_periods_are_set_for_a_type(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var officer = People.staffOf(tongban, "320000", TrialModule.REVIEWER).api();
        var number = Notes.staged(writer, "own periods", "320000");
        Notes.right(Notes.decided(officer, Notes.review(officer, number), "reject"), 200);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(8)));
        var late = writer.post(ASK, about(number));
        assertThat(late.code()).isEqualTo("re-examination-late");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(5)));
        var asked = Notes.right(writer.post(ASK, about(number)), 201).json();
        assertThat(asked.path("dueOn").asText()).isEqualTo("2026-12-01");
    }

    @Test
    @Tag("CO-10b")
    void a_request_that_is_faulty_in_itself_is_a_bad_one(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var number = rejected(tongban, writer, Notes.written(writer, "faulty"));
        var missing = writer.post(ASK, Api.json("{'caseNumber': '" + number + "'}"));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.code()).isEqualTo("invalid-input");
        assertThat(missing.violations()).containsExactly("/reason required");
        var brief = writer.post(ASK, Api.json("{'caseNumber': '%s', 'reason': 'no'}".formatted(number)));
        assertThat(brief.status()).isEqualTo(400);
        assertThat(brief.violations()).containsExactly("/reason min-length");
    }

    @Test
    void only_what_the_type_names_is_re_examined_and_only_by_whom_it_concerns(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var number = Notes.number(writer, Notes.written(writer, "approved"));
        assertThat(writer.post(ASK, about(number)).code()).isEqualTo("not-re-examinable");
        Notes.right(Notes.decided(reviewer, Notes.review(reviewer, number), "approve"), 200);
        assertThat(writer.post(ASK, about(number)).code()).isEqualTo("not-re-examinable");
        var stranger = People.writer(tongban).api().post(ASK, about(number));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.violations()).containsExactly("/caseNumber unknown-case");
    }
}
