package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** Cases of those who have no account, and decisions that were made elsewhere (CO-46, CO-46d). */
@TongbanTest
@Tag("CO-46")
class CasesOfOthersTest {
    private static final String ASK = "/api/platform/v1/me/re-examinations";

    private static String forNobody(Api writer, String note) {
        return Notes.right(writer.post(note + "/submit?anonymous=true"), 200)
                .json()
                .path("number")
                .asText();
    }

    private static String rejected(Api officer, String note) {
        var id = note.substring(note.lastIndexOf('/') + 1);
        return Notes.right(officer.post("/api/trial/v1/verdicts?note=" + id), 200)
                .json()
                .path("number")
                .asText();
    }

    private static JsonNode about(String number) {
        return Api.json("{'caseNumber': '%s', 'reason': 'everybody needs a note'}".formatted(number));
    }

    private static long told(Tongban tongban, String number) {
        long told = 0;
        for (var message : tongban.outbox()) {
            if (message.path("text").asText().contains(number)) {
                told++;
            }
        }
        return told;
    }

    @Test
    void what_nobody_with_an_account_handed_in_is_decided_like_any_other_case(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone()).api();
        var note = Notes.written(writer, "by nobody");
        var number = forNobody(writer, note);
        var officer = tongban.as("reviewer");
        var review = Notes.review(officer, number);
        assertThat(officer.get(review).json().at("/history/0/role").asText()).isEqualTo("applicant");
        Notes.right(Notes.decided(officer, review, "reject"), 200);
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("rejected");
        assertThat(told(tongban, number)).isZero();
    }

    @Test
    @Tag("CO-46c")
    @Tag("CO-46d")
    void nobody_has_it_among_their_own(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var number = forNobody(writer, Notes.written(writer, "of nobody"));
        var officer = tongban.as("reviewer");
        var review = Notes.review(officer, number);
        var mine = "/api/platform/v1/me/cases/" + review.substring(review.lastIndexOf('/') + 1);
        assertThat(writer.get("/api/platform/v1/me/cases?number=" + number)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(writer.get(mine).status()).isEqualTo(404);
        assertThat(writer.post(mine + "/withdraw").status()).isEqualTo(404);
        assertThat(writer.get("/api/platform/v1/me/overview").text()).doesNotContain(number);
        Notes.right(Notes.decided(officer, review, "reject"), 200);
        assertThat(writer.post(ASK, about(number)).violations()).containsExactly("/caseNumber unknown-case");
    }

    @Test
    @Tag("CO-46d")
    void a_decision_made_elsewhere_is_a_case_of_whom_it_concerns_and_is_looked_at_again(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone()).api();
        var note = Notes.written(writer, "decided elsewhere");
        var officer = tongban.as("reviewer");
        var number = rejected(officer, note);
        assertThat(told(tongban, number)).isPositive();
        var mine = writer.get(Notes.mine(writer, number)).json();
        assertThat(mine.path("state").asText()).isEqualTo("rejected");
        assertThat(mine.at("/history/0/reason").asText()).isEqualTo("nobody needs it");
        assertThat(mine.at("/actions/0").asText()).isEqualTo("re-examination");
        var asked = Notes.right(writer.post(ASK, about(number)), 201).json();
        var again = Notes.review(officer, asked.path("number").asText());
        assertThat(officer.post(again + "/claim").code()).isEqualTo("decided-before");
        var other = People.staff(tongban, TrialModule.REVIEWER).api();
        Notes.right(
                Notes.decided(other, Notes.review(other, asked.path("number").asText()), "approve"), 200);
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("submitted");
    }

    @Test
    void a_decision_made_elsewhere_never_stands_in_the_queue_and_nobody_decides_it_anew(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var officer = tongban.as("reviewer");
        var number = rejected(officer, Notes.written(writer, "no queue"));
        var review = Notes.review(officer, number);
        assertThat(officer.get("/api/platform/v1/reviews?state=open&number=" + number)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(officer.post(review + "/claim").code()).isEqualTo("case-closed");
    }

    @Test
    void nobody_records_a_decision_on_their_own(Tongban tongban) {
        var writer = People.staff(tongban, TrialModule.WRITING_REVIEWER).api();
        var note = Notes.written(writer, "my own");
        var id = note.substring(note.lastIndexOf('/') + 1);
        assertThat(writer.post("/api/trial/v1/verdicts?note=" + id).code()).isEqualTo("own-case");
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("draft");
    }
}
