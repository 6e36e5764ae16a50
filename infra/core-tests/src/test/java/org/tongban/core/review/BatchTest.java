package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Decisions on many cases at once, each for itself (CO-47). */
@TongbanTest
@Tag("CO-47")
class BatchTest {
    private static final String BATCH = "/api/platform/v1/reviews/decisions";
    private static final String TICKED = "'checklist': [{'id': 'legible', 'passed': true}]";

    private static String claimed(Tongban tongban, Api reviewer, String name) {
        var review =
                Notes.review(reviewer, Notes.submitted(People.writer(tongban).api(), name));
        Notes.right(reviewer.post(review + "/claim"), 200);
        return id(review);
    }

    private static String id(String review) {
        return review.substring(review.lastIndexOf('/') + 1);
    }

    private static String approval(String id) {
        return "{'review': '%s', 'decision': 'approve', %s}".formatted(id, TICKED);
    }

    private static JsonNode batch(String... items) {
        return Api.json("{'decisions': [" + String.join(",", items) + "]}");
    }

    @Test
    void each_gets_its_own_result_in_the_order_sent_and_none_harms_another(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var right = claimed(tongban, reviewer, "batch one");
        var breaks = claimed(tongban, reviewer, "breaks the handler");
        var unclaimed =
                id(Notes.review(reviewer, Notes.submitted(People.writer(tongban).api(), "batch open")));
        var unreasoned = claimed(tongban, reviewer, "batch two");
        var last = claimed(tongban, reviewer, "batch three");
        var answer = reviewer.post(
                BATCH,
                batch(
                        approval(right),
                        approval(breaks),
                        approval(unclaimed),
                        "{'review': '%s', 'decision': 'return', %s}".formatted(unreasoned, TICKED),
                        approval(UUID.randomUUID().toString()),
                        approval(last)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var results = answer.json().path("results");
        assertThat(results.findValuesAsText("review")).startsWith(right, breaks, unclaimed, unreasoned);
        assertThat(results.path(0).path("state").asText()).isEqualTo("approved");
        assertThat(results.path(0).path("number").asText()).startsWith("TN");
        assertThat(results.path(1).path("code").asText()).isEqualTo("internal");
        assertThat(results.path(2).path("code").asText()).isEqualTo("case-not-claimed");
        assertThat(results.path(2).path("state").asText()).isEqualTo("open");
        assertThat(results.path(3).at("/errors/0/pointer").asText()).isEqualTo("/reason");
        assertThat(results.path(4).path("code").asText()).isEqualTo("not-found");
        assertThat(results.path(5).path("state").asText()).isEqualTo("approved");
        assertThat(reviewer.get("/api/platform/v1/reviews/" + breaks)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("claimed");
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where action = 'platform.review.decide' and subject_id"
                                + " = ?",
                        UUID.fromString(right)))
                .isEqualTo(1);
    }

    @Test
    @Tag("CO-12")
    void a_batch_repeated_with_its_key_gets_the_first_answer(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var keyed = reviewer.with("Idempotency-Key", UUID.randomUUID().toString());
        var decisions = batch(approval(claimed(tongban, reviewer, "batch keyed")));
        var first = keyed.post(BATCH, decisions);
        assertThat(first.json().at("/results/0/state").asText()).isEqualTo("approved");
        assertThat(keyed.post(BATCH, decisions).text()).isEqualTo(first.text());
        assertThat(reviewer.post(BATCH, decisions).json().at("/results/0/code").asText())
                .isEqualTo("case-closed");
    }

    @Test
    void nobody_decides_their_own_in_a_batch(Tongban tongban) {
        var both = People.staff(tongban, "trial-writing-reviewer").api();
        var own = id(Notes.review(both, Notes.submitted(both, "batch own")));
        assertThat(both.post(BATCH, batch(approval(own)))
                        .json()
                        .at("/results/0/code")
                        .asText())
                .isEqualTo("own-case");
    }

    @Test
    void a_case_stands_in_a_batch_once_and_a_batch_has_a_hundred_at_most(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var id = UUID.randomUUID().toString();
        var twice = reviewer.post(BATCH, batch(approval(id), approval(id)));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.code()).isEqualTo("repeated-case");
        assertThat(twice.violations()).containsExactly("/decisions/1/review repeated");
        assertThat(reviewer.post(BATCH, batch()).status()).isEqualTo(400);
        var many = new String[101];
        for (int i = 0; i < many.length; i++) {
            many[i] = approval(UUID.randomUUID().toString());
        }
        assertThat(reviewer.post(BATCH, batch(many)).status()).isEqualTo(400);
        assertThat(People.writer(tongban).api().post(BATCH, batch(approval(id))).status())
                .isEqualTo(403);
    }
}
