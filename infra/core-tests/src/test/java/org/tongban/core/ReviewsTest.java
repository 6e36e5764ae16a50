package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.ProblemsTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Persons;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** The one way in which staff decide on what applicants submit (CO-46, CO-47). */
@TongbanTest
@Tag("CO-46")
class ReviewsTest {
    private static final String REVIEWS = "/api/platform/v1/reviews";
    private static final String APPROVE = "{'decision': 'approve'}";

    private static String submitted(Tongban tongban, String name) {
        return Notes.review(
                tongban.as("reviewer"), Notes.submitted(People.writer(tongban).api(), name));
    }

    private static List<String> numbers(Api api, String query) {
        return StreamSupport.stream(
                        api.get(REVIEWS + query).json().path("items").spliterator(), false)
                .map(item -> item.path("number").asText())
                .toList();
    }

    @Test
    @Tag("CO-15")
    void a_submission_opens_a_case_with_a_number_and_what_was_submitted(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var number = Notes.submitted(People.writer(tongban).api(), "new case");
        var found = reviewer.get(Notes.review(reviewer, number)).json();
        assertThat(number).matches("TN2026-\\d{7}-.");
        assertThat(found.path("number").asText()).isEqualTo(number);
        assertThat(found.path("state").asText()).isEqualTo("open");
        assertThat(found.path("stateTitle").asText()).isEqualTo("待认领");
        assertThat(found.at("/snapshot/name").asText()).isEqualTo("new case");
        assertThat(found.at("/checklist/0/id").asText()).isEqualTo("legible");
    }

    @Test
    @Tag("CO-47")
    void the_queue_is_narrowed_by_number_type_module_and_state(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var number = Notes.submitted(People.writer(tongban).api(), "queued");
        assertThat(numbers(reviewer, "?type=trial.note&module=trial&state=open&number=" + number))
                .containsExactly(number);
        assertThat(numbers(reviewer, "?state=claimed&number=" + number)).isEmpty();
        assertThat(numbers(reviewer, "?type=trial.other&number=" + number)).isEmpty();
        assertThat(numbers(reviewer, "?module=other&number=" + number)).isEmpty();
    }

    @Test
    void one_reviewer_claims_a_case_and_no_other(Tongban tongban) {
        var review = submitted(tongban, "claimed");
        var claimed = tongban.as("reviewer").post(review + "/claim").json();
        assertThat(claimed.path("state").asText()).isEqualTo("claimed");
        assertThat(claimed.path("claimedByMe").asBoolean()).isTrue();
        assertProblem(tongban.as("reviewer-2").post(review + "/claim"), 409, "case-already-claimed", review + "/claim");
        assertThat(tongban.as("reviewer").post(review + "/claim").status()).isEqualTo(200);
    }

    @Test
    void a_released_case_can_be_claimed_by_another(Tongban tongban) {
        var review = submitted(tongban, "released");
        assertThat(tongban.as("reviewer").post(review + "/release").code()).isEqualTo("case-not-claimed");
        tongban.as("reviewer").post(review + "/claim");
        assertThat(tongban.as("reviewer-2").post(review + "/release").code()).isEqualTo("case-not-claimed");
        var released = tongban.as("reviewer").post(review + "/release").json();
        assertThat(released.path("state").asText()).isEqualTo("open");
        assertThat(tongban.as("reviewer-2").post(review + "/claim").status()).isEqualTo(200);
    }

    @Test
    void a_decision_needs_the_claim(Tongban tongban) {
        var review = submitted(tongban, "unclaimed");
        var decision = Api.json(APPROVE);
        assertProblem(
                tongban.as("reviewer").post(review + "/decision", decision),
                409,
                "case-not-claimed",
                review + "/decision");
        tongban.as("reviewer").post(review + "/claim");
        assertThat(tongban.as("reviewer-2").post(review + "/decision", decision).code())
                .isEqualTo("case-not-claimed");
    }

    @Test
    void a_case_is_decided_once(Tongban tongban) {
        var review = submitted(tongban, "twice");
        assertThat(Notes.decided(tongban.as("reviewer"), review, "approve").status())
                .isEqualTo(200);
        var again =
                tongban.as("reviewer").post(review + "/decision", Api.json("{'decision': 'reject', 'reason': 'x'}"));
        assertProblem(again, 409, "case-closed", review + "/decision");
        assertThat(again.json().path("from").asText()).isEqualTo("approved");
        assertThat(again.json().path("to").asText()).isEqualTo("rejected");
        assertThat(tongban.as("reviewer-2").post(review + "/claim").code()).isEqualTo("case-closed");
    }

    @Test
    void the_modules_handler_carries_the_decision_out(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.approved(tongban, writer, "carried out");
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("approved");
    }

    @Test
    void nobody_reviews_what_their_own_account_submitted(Tongban tongban) {
        var both = People.staff(tongban, TrialModule.WRITING_REVIEWER);
        var review = Notes.review(both.api(), Notes.submitted(both.api(), "own account"));
        assertProblem(both.api().post(review + "/claim"), 403, "own-case", review + "/claim");
        assertThat(tongban.as("reviewer").post(review + "/claim").status()).isEqualTo(200);
    }

    @Test
    void nobody_reviews_what_they_submitted_by_another_account(Tongban tongban) {
        var person = tongban.context().getBean(Persons.class).register("赵一");
        var writer = People.writer(tongban, person, null, null);
        var reviewer = People.staff(tongban, person, null, "filing-reviewer");
        var review = Notes.review(reviewer.api(), Notes.submitted(writer.api(), "own person"));
        assertThat(reviewer.api().post(review + "/claim").code()).isEqualTo("own-case");
    }

    @Test
    void nobody_reviews_what_their_organisation_submitted(Tongban tongban) {
        var organisation = tongban.context()
                .getBean(OrganisationDirectory.class)
                .register("91110000TRIAL" + UUID.randomUUID().toString().substring(0, 5), "试验单位", List.of(), "110000")
                .id();
        var writer = People.writer(tongban).api();
        var reviewer = People.staff(tongban, null, organisation, "filing-reviewer");
        var note = Notes.written(writer, "own organisation");
        var number = writer.post(note + "/submit?organisation=" + organisation)
                .json()
                .path("number")
                .asText();
        var review = Notes.review(reviewer.api(), number);
        assertThat(reviewer.api().post(review + "/claim").code()).isEqualTo("own-case");
    }

    @Test
    void a_return_needs_a_reason_and_lets_the_applicant_submit_again(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var note = Notes.written(writer, "returned");
        var review = Notes.review(reviewer, Notes.number(writer, note));
        reviewer.post(review + "/claim");
        for (var reason : List.of("{'decision': 'return'}", "{'decision': 'return', 'reason': '  '}")) {
            assertThat(Notes.decidedClaimed(reviewer, review, reason).violations())
                    .containsExactly("/reason required");
        }
        var returned = Notes.decidedClaimed(
                reviewer,
                review,
                "{'decision': 'return', 'reason': 'name', 'remarks': [{'pointer': '/name', 'text': 'too long'}]}");
        assertThat(returned.json().path("state").asText()).isEqualTo("returned");
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("draft");
        assertThat(Notes.review(reviewer, Notes.number(writer, note))).isNotEqualTo(review);
    }

    @Test
    void only_the_types_own_outcomes_are_offered(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var other = People.staff(tongban, TrialModule.OTHER_REVIEWER).api();
        var number = writer.post(Notes.written(writer, "other") + "/submit?type=trial.other")
                .json()
                .path("number")
                .asText();
        assertThat(Notes.decided(other, Notes.review(other, number), "return").code())
                .isEqualTo("outcome-not-offered");
    }

    @Test
    @Tag("CO-28")
    void an_applicant_has_no_queue(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var review = submitted(tongban, "not yours");
        assertThat(writer.get(REVIEWS).status()).isEqualTo(403);
        assertThat(writer.get(review).status()).isEqualTo(403);
        assertThat(writer.post(review + "/claim").status()).isEqualTo(403);
    }

    @Test
    @Tag("CO-28")
    void a_case_of_another_type_does_not_exist(Tongban tongban) {
        var other = People.staff(tongban, TrialModule.OTHER_REVIEWER).api();
        var number = Notes.submitted(People.writer(tongban).api(), "another type");
        var review = Notes.review(tongban.as("reviewer"), number);
        assertThat(numbers(other, "?number=" + number)).isEmpty();
        assertThat(other.get(review).status()).isEqualTo(404);
        assertThat(other.post(review + "/claim").status()).isEqualTo(404);
        assertThat(other.post(review + "/decision", Api.json("{}")).status()).isEqualTo(404);
    }

    @Test
    void the_history_holds_every_step_by_role(Tongban tongban) {
        var writer = People.writer(tongban);
        var reviewer = People.staff(tongban, "filing-reviewer");
        var review = Notes.review(reviewer.api(), Notes.submitted(writer.api(), "history"));
        reviewer.api().post(review + "/claim");
        reviewer.api().post(review + "/release");
        var decided = Notes.decided(reviewer.api(), review, "reject");
        assertThat(StreamSupport.stream(decided.json().path("history").spliterator(), false)
                        .map(entry -> entry.path("role").asText() + " "
                                + entry.path("action").asText()))
                .containsExactly(
                        "applicant submit", "reviewer claim", "reviewer release", "reviewer claim", "reviewer reject");
        assertThat(decided.text()).doesNotContain(reviewer.account().toString()).doesNotContain(reviewer.login());
    }

    @Test
    @Tag("CO-12")
    void a_decision_repeated_with_its_key_gets_the_first_answer(Tongban tongban) {
        var review = submitted(tongban, "keyed");
        tongban.as("reviewer").post(review + "/claim");
        var keyed =
                tongban.as("reviewer").with("Idempotency-Key", UUID.randomUUID().toString());
        var approval = Checklists.ticked(keyed, review, Api.json(APPROVE));
        var first = keyed.post(review + "/decision", approval);
        assertThat(first.status()).isEqualTo(200);
        assertThat(keyed.post(review + "/decision", approval).text()).isEqualTo(first.text());
    }

    @Test
    @Tag("CO-2")
    void what_is_approved_is_found_by_anyone_and_nothing_else(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var name = "pub" + UUID.randomUUID().toString().substring(0, 8);
        var hidden = Notes.written(writer, name + "-hidden");
        var note = Notes.approved(tongban, writer, name);
        var anonymous = tongban.anonymous();
        var found = anonymous.get("/api/platform/v1/public/notes?q=" + name).json();
        assertThat(found.path("items")).hasSize(1);
        assertThat(note).endsWith(found.at("/items/0/id").asText());
        assertThat(anonymous
                        .get(note.replace("/api/trial/v1", "/api/platform/v1/public"))
                        .status())
                .isEqualTo(200);
        assertThat(anonymous
                        .get(hidden.replace("/api/trial/v1", "/api/platform/v1/public"))
                        .status())
                .isEqualTo(404);
        assertThat(anonymous.get("/api/platform/v1/public/nothing").status()).isEqualTo(404);
        assertThat(anonymous.get("/api/platform/v1/public/notes?colour=red").status())
                .isEqualTo(400);
    }

    @Test
    @Tag("CO-11")
    void the_queue_says_how_long_it_is_where_it_is_asked(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        var all = reviewer.get("/api/platform/v1/reviews?state=approved&limit=100")
                .json();
        assertThat(all.has("total")).isFalse();
        assertThat(reviewer.get("/api/platform/v1/reviews?state=approved&limit=1&count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isGreaterThanOrEqualTo(all.path("items").size());
    }

    @Test
    @Tag("CO-11")
    @Tag("CO-47")
    void the_queue_is_read_forwards_and_back_again(Tongban tongban) {
        var reviewer = tongban.as("reviewer");
        for (int i = 0; i < 5; i++) {
            Notes.submitted(People.writer(tongban).api(), "page " + i);
        }
        var first = reviewer.get(REVIEWS + "?limit=2").json();
        assertThat(first.has("prevCursor")).isFalse();
        var second = page(reviewer, first.path("nextCursor"));
        var third = page(reviewer, second.path("nextCursor"));
        assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));
        assertThat(ids(second)).hasSize(2).doesNotContainAnyElementsOf(ids(third));
        var backToSecond = page(reviewer, third.path("prevCursor"));
        assertThat(ids(backToSecond)).isEqualTo(ids(second));
        assertThat(ids(page(reviewer, backToSecond.path("nextCursor")))).isEqualTo(ids(third));
        var backToFirst = page(reviewer, backToSecond.path("prevCursor"));
        assertThat(ids(backToFirst)).isEqualTo(ids(first));
        assertThat(backToFirst.has("prevCursor")).isFalse();
    }

    private static JsonNode page(Api api, JsonNode cursor) {
        return api.get(REVIEWS + "?limit=2&cursor=" + cursor.asText()).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("id");
    }
}
