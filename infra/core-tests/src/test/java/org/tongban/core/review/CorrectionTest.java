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

/** Clerical errors of what was approved, put right by two officers (CO-46e). */
@TongbanTest
@Tag("CO-46e")
class CorrectionTest {
    private static JsonNode change(String pointer, String before, String after) {
        return Api.json("{'reason': 'misspelt', 'changes': [{'pointer': '%s', 'before': '%s', 'after': '%s'}]}"
                .formatted(pointer, before, after));
    }

    private static boolean isTold(Tongban tongban, String number) {
        for (var message : tongban.outbox()) {
            if (message.path("template").asText().equals("core.corrected")
                    && message.path("text").asText().contains("（" + number + "）已作勘误：misspelt。")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_second_officer_confirms_and_the_earlier_text_is_kept(Tongban tongban) {
        var writer = People.writerWithPhone(tongban, People.phone()).api();
        var first = People.staff(tongban, TrialModule.REVIEWER).api();
        var second = People.staff(tongban, TrialModule.REVIEWER).api();
        var note = Notes.written(writer, "mispelt");
        var number = Notes.number(writer, note);
        var review = Notes.review(first, number);
        assertThat(first.post(review + "/corrections", change("/name", "mispelt", "misspelt"))
                        .code())
                .isEqualTo("not-correctable");
        Notes.right(Notes.decided(first, review, "approve"), 200);
        var proposed = Notes.right(first.post(review + "/corrections", change("/name", "mispelt", "misspelt")), 201)
                .json();
        assertThat(proposed.path("kind").asText()).isEqualTo("correction");
        var correction = "/api/platform/v1/reviews/" + proposed.path("id").asText();
        assertThat(first.post(correction + "/claim").code()).isEqualTo("own-case");
        assertThat(second.post(review + "/corrections", change("/name", "mispelt", "other"))
                        .code())
                .isEqualTo("not-correctable");
        assertThat(writer.get("/api/platform/v1/me/cases").json().path("items")).hasSize(1);
        Notes.right(Notes.decided(second, correction, "approve"), 200);
        assertThat(writer.get(note).json().path("name").asText()).isEqualTo("misspelt");
        assertThat(isTold(tongban, number)).isTrue();
        var told = writer.get("/api/platform/v1/me/messages?limit=1").json().at("/items/0");
        assertThat(told.path("text").asText()).isEqualTo("mispelt（" + number + "）已作勘误：misspelt。");
        assertThat(told.path("link").asText()).isEqualTo(Notes.mine(writer, number));
        var kept = second.get(review + "/corrections").json().path("items").path(0);
        assertThat(kept.path("state").asText()).isEqualTo("approved");
        assertThat(kept.at("/changes/0/before").asText()).isEqualTo("mispelt");
        assertThat(second.get(review).json().at("/snapshot/name").asText()).isEqualTo("mispelt");
        assertThat(writer.get("/api/platform/v1/me/cases").json().path("items")).hasSize(2);
        assertThat(second.post(review + "/corrections", change("/name", "mispelt", "again"))
                        .violations())
                .containsExactly("/changes/0/before not-as-it-is");
    }

    @Test
    void a_refused_correction_changes_nothing(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var first = People.staff(tongban, TrialModule.REVIEWER).api();
        var second = People.staff(tongban, TrialModule.REVIEWER).api();
        var note = Notes.written(writer, "as it is");
        var review = Notes.review(first, Notes.number(writer, note));
        Notes.right(Notes.decided(first, review, "approve"), 200);
        var proposed = first.post(review + "/corrections", change("/name", "as it is", "as it was"))
                .json();
        var correction = "/api/platform/v1/reviews/" + proposed.path("id").asText();
        Notes.right(Notes.decided(second, correction, "reject"), 200);
        assertThat(writer.get(note).json().path("name").asText()).isEqualTo("as it is");
    }

    @Test
    void only_marked_fields_are_corrected_into_what_their_form_takes(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var officer = People.staff(tongban, TrialModule.REVIEWER).api();
        var review = Notes.review(officer, Notes.submitted(writer, "marked"));
        Notes.right(Notes.decided(officer, review, "approve"), 200);
        var corrections = review + "/corrections";
        assertThat(officer.post(corrections, change("/amount", "12", "13")).violations())
                .contains("/changes/0/pointer not-correctable");
        assertThat(officer.post(corrections, change("/picture", "a", "b")).violations())
                .contains("/changes/0/pointer not-correctable");
        assertThat(officer.post(corrections, change("/name", "marked", "marked"))
                        .violations())
                .containsExactly("/changes/0/after unchanged");
        assertThat(officer.post(corrections, change("/name", "marked", "x".repeat(21)))
                        .violations())
                .containsExactly("/changes/0/after max-length");
        assertThat(officer.post(corrections, change("/name", "other", "marks")).violations())
                .containsExactly("/changes/0/before not-as-it-is");
    }
}
