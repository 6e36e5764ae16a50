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

/** A case is handed on to another officer who may review it (CO-46). */
@TongbanTest
@Tag("CO-46")
class ReassignTest {
    private static JsonNode to(People.Person officer) {
        return Api.json("{'to': '%s', 'reason': 'away'}".formatted(officer.login()));
    }

    @Test
    void the_holder_hands_a_case_on(Tongban tongban) {
        var holder = People.staff(tongban, TrialModule.REVIEWER);
        var other = People.staff(tongban, TrialModule.REVIEWER);
        var review = Notes.review(
                holder.api(), Notes.submitted(People.writer(tongban).api(), "handed on"));
        assertThat(holder.api().post(review + "/reassign", to(other)).code()).isEqualTo("case-not-claimed");
        holder.api().post(review + "/claim");
        var handed = holder.api().post(review + "/reassign", to(other));
        assertThat(handed.json().path("claimedByMe").asBoolean()).isFalse();
        assertThat(handed.text()).doesNotContain(other.login());
        assertThat(Notes.decidedClaimed(holder.api(), review, "{'decision': 'approve'}")
                        .code())
                .isEqualTo("case-not-claimed");
        assertThat(Notes.decidedClaimed(other.api(), review, "{'decision': 'approve'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void another_officer_hands_nothing_on_but_who_manages_reviews_does(Tongban tongban) {
        var holder = People.staff(tongban, TrialModule.REVIEWER);
        var other = People.staff(tongban, TrialModule.REVIEWER);
        var manager = People.staff(tongban, TrialModule.REVIEWER, "review-manager");
        var review = Notes.review(
                holder.api(), Notes.submitted(People.writer(tongban).api(), "managed"));
        holder.api().post(review + "/claim");
        var refused = other.api().post(review + "/reassign", to(other));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not-the-holder");
        assertThat(manager.api().post(review + "/reassign", to(other)).status()).isEqualTo(200);
        assertThat(other.api().get(review).json().path("claimedByMe").asBoolean())
                .isTrue();
    }

    @Test
    void who_manages_reviews_does_not_choose_who_decides_their_own(Tongban tongban) {
        var author = People.staff(tongban, TrialModule.WRITING_REVIEWER, "review-manager");
        var other = People.staff(tongban, TrialModule.REVIEWER);
        var review = Notes.review(author.api(), Notes.submitted(author.api(), "chosen"));
        assertThat(author.api().post(review + "/reassign", to(other)).code()).isEqualTo("own-case");
    }

    @Test
    void a_case_goes_to_nobody_who_may_not_review_it(Tongban tongban) {
        var holder = People.staff(tongban, TrialModule.REVIEWER);
        var author = People.staff(tongban, TrialModule.WRITING_REVIEWER);
        var stranger = People.staff(tongban, TrialModule.OTHER_REVIEWER);
        var review = Notes.review(holder.api(), Notes.submitted(author.api(), "nobody"));
        holder.api().post(review + "/claim");
        for (var unfit : new People.Person[] {author, stranger, holder}) {
            assertThat(holder.api().post(review + "/reassign", to(unfit)).violations())
                    .containsExactly("/to no-reviewer");
        }
        assertThat(holder.api()
                        .post(review + "/reassign", Api.json("{'to': 'nobody-at-all'}"))
                        .violations())
                .containsExactly("/to no-reviewer");
    }

    @Test
    @Tag("CO-12")
    void a_claim_by_a_stale_reading_is_refused(Tongban tongban) {
        var officer = People.staff(tongban, TrialModule.REVIEWER).api();
        var review =
                Notes.review(officer, Notes.submitted(People.writer(tongban).api(), "stale"));
        var read = officer.get(review).etag();
        Notes.right(officer.post(review + "/notes", Api.json("{'text': 'seen'}")), 201);
        assertThat(officer.with("If-Match", read).post(review + "/claim").status())
                .isEqualTo(412);
    }
}
