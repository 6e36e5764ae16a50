package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** A review in several steps, by the officers of each (CO-46, CO-28). */
@TongbanTest
@Tag("CO-46")
@Tag("CO-28")
class StepsTest {
    private static final String REGION = "320000";
    private static final String APPROVE = "{'decision': 'approve'}";

    @Test
    void an_approval_leads_to_the_next_step_where_nobody_has_claimed_it(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var provincial = People.staffOf(tongban, REGION, TrialModule.REVIEWER).api();
        var national = People.staff(tongban, TrialModule.OTHER_REVIEWER).api();
        var review = Notes.review(provincial, Notes.staged(writer, "two steps", REGION));
        assertThat(national.post(review + "/claim").status()).isEqualTo(403);
        var advanced = Notes.decided(provincial, review, "approve").json();
        assertThat(advanced.path("state").asText()).isEqualTo("open");
        assertThat(advanced.path("step").asText()).isEqualTo("nation");
        assertThat(advanced.path("stepTitle").asText()).isEqualTo("国家级审核");
        var decided = Notes.decided(national, review, "approve").json();
        assertThat(decided.path("state").asText()).isEqualTo("approved");
        assertThat(writer.get("/api/trial/v1/notes/" + decided.path("subject").asText())
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("approve");
    }

    @Test
    void a_rejection_at_any_step_ends_the_case(Tongban tongban) {
        var provincial = People.staffOf(tongban, REGION, TrialModule.REVIEWER).api();
        var review =
                Notes.review(provincial, Notes.staged(People.writer(tongban).api(), "rejected early", REGION));
        assertThat(Notes.decided(provincial, review, "reject")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("rejected");
        assertThat(provincial.post(review + "/claim").code()).isEqualTo("case-closed");
    }

    @Test
    void nobody_decides_two_steps_of_one_case(Tongban tongban) {
        var both = People.staff(tongban, TrialModule.EVERY_REVIEWER).api();
        var review = Notes.review(both, Notes.staged(People.writer(tongban).api(), "one officer", REGION));
        Notes.right(Notes.decided(both, review, "approve"), 200);
        var refused = both.post(review + "/claim");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("decided-before");
    }

    @Test
    void a_step_for_the_whole_country_is_not_taken_by_a_province(Tongban tongban) {
        var first = People.staff(tongban, TrialModule.REVIEWER).api();
        var provincial =
                People.staffOf(tongban, REGION, TrialModule.EVERY_REVIEWER).api();
        var review = Notes.review(first, Notes.staged(People.writer(tongban).api(), "national", REGION));
        Notes.right(Notes.decided(first, review, "approve"), 200);
        assertThat(provincial.get(review).status()).isEqualTo(200);
        assertThat(provincial.post(review + "/claim").status()).isEqualTo(403);
    }

    @Test
    @Tag("CO-47")
    void another_provinces_case_does_not_exist_by_any_route(Tongban tongban) {
        var own = People.staffOf(tongban, REGION, TrialModule.REVIEWER).api();
        var other = People.staffOf(tongban, "330000", TrialModule.REVIEWER).api();
        var number = Notes.staged(People.writer(tongban).api(), "elsewhere", REGION);
        var review = Notes.review(own, number);
        assertThat(other.get("/api/platform/v1/reviews?number=" + number).json().path("items"))
                .isEmpty();
        assertThat(other.get("/api/platform/v1/reviews?region=" + REGION).json().path("items"))
                .isEmpty();
        for (var read : new String[] {"", "/changes", "/corrections"}) {
            assertThat(other.get(review + read).status()).as(read).isEqualTo(404);
        }
        for (var write : new String[] {"/claim", "/release"}) {
            assertThat(other.post(review + write).status()).as(write).isEqualTo(404);
        }
        for (var write : new String[] {"/reassign", "/decision", "/notes", "/withdrawal-request", "/corrections"}) {
            assertThat(other.post(review + write, Api.json("{}")).status())
                    .as(write)
                    .isEqualTo(404);
        }
        var id = review.substring(review.lastIndexOf('/') + 1);
        var batch = other.post(
                "/api/platform/v1/reviews/decisions",
                Api.json("{'decisions': [{'review': '%s', 'decision': 'approve'}]}".formatted(id)));
        assertThat(batch.json().at("/results/0/code").asText()).isEqualTo("not-found");
        assertThat(own.get("/api/platform/v1/reviews?region=" + REGION + "&number=" + number)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void the_approval_of_a_step_can_be_repeated_by_nobody(Tongban tongban) {
        var first = People.staff(tongban, TrialModule.REVIEWER).api();
        var review = Notes.review(first, Notes.staged(People.writer(tongban).api(), "again", REGION));
        Notes.right(Notes.decided(first, review, "approve"), 200);
        assertThat(first.post(review + "/decision", Api.json(APPROVE)).status()).isEqualTo(403);
    }
}
