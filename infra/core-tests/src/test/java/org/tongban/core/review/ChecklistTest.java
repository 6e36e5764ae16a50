package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;

/** What a reviewer goes through before deciding, and says of single fields (CO-46f, CO-46). */
@TongbanTest
@Tag("CO-46f")
class ChecklistTest {
    private static final String FAILED = "'checklist': [{'id': 'legible', 'passed': false, 'remark': 'smudged'}]";

    private static String claimed(Tongban tongban, Api writer, String name) {
        var reviewer = tongban.as("reviewer");
        var review = Notes.review(reviewer, Notes.submitted(writer, name));
        Notes.right(reviewer.post(review + "/claim"), 200);
        return review;
    }

    @Test
    void nothing_is_decided_before_every_point_was_gone_through(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var decision = claimed(tongban, People.writer(tongban).api(), "unchecked") + "/decision";
        assertThat(reviewer.post(decision, Api.json("{'decision': 'approve'}")).violations())
                .containsExactly("/checklist/legible required");
        assertThat(reviewer.post(
                                decision,
                                Api.json("{'decision': 'approve', 'checklist': [{'id': 'legible', 'passed': true},"
                                        + " {'id': 'legible', 'passed': true}, {'id': 'tidy', 'passed': true}]}"))
                        .violations())
                .containsExactly("/checklist/1/id repeated", "/checklist/2/id unknown-point");
    }

    @Test
    void what_fails_a_point_is_not_approved(Tongban tongban) {
        var decision = claimed(tongban, People.writer(tongban).api(), "failing") + "/decision";
        assertThat(tongban.as("reviewer")
                        .post(decision, Api.json("{'decision': 'approve', " + FAILED + "}"))
                        .violations())
                .containsExactly("/checklist/0/passed failed-point");
    }

    @Test
    void a_failed_point_becomes_a_remark_that_the_applicant_reads(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var review = claimed(tongban, writer, "smudged");
        var returned = Notes.right(
                tongban.as("reviewer")
                        .post(
                                review + "/decision",
                                Api.json("{'decision': 'return', 'reason': 'look again', " + FAILED + "}")),
                200);
        var mine = writer.get(Notes.mine(writer, returned.json().path("number").asText()))
                .json();
        var remark = mine.path("history").path(2).path("remarks").path(0);
        assertThat(remark.path("pointer").asText()).isEmpty();
        assertThat(remark.path("text").asText()).isEqualTo("未达到：清晰。smudged");
    }

    @Test
    @Tag("CO-46")
    void a_remark_points_to_what_was_submitted_or_to_a_field_of_its_form(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var review = claimed(tongban, People.writer(tongban).api(), "pointed at");
        var remarks = "{'decision': 'return', 'reason': 'x', 'remarks': [{'pointer': '/name', 'text': 'a'},"
                + " {'pointer': '/remark', 'text': 'b'}, {'pointer': '/colour', 'text': 'c'},"
                + " {'pointer': 'name', 'text': 'd'}]}";
        assertThat(Notes.decidedClaimed(reviewer, review, remarks).violations())
                .containsExactly("/remarks/2/pointer unknown-place", "/remarks/3/pointer unknown-place");
    }
}
