package org.tongban.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** Applicants take submissions back (CO-46c), and of two who act on a case at the same moment one wins. */
@TongbanTest
@Tag("CO-46c")
class WithdrawalTest {
    private static final String ASK = "{'reason': 'wrong figures'}";

    private static List<Answer> together(List<Callable<Answer>> requests) throws Exception {
        var ready = new CountDownLatch(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = requests.stream()
                    .map(request -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return request.call();
                    }))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void what_nobody_has_claimed_goes_back_to_its_applicant(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "taken back");
        var number = Notes.number(writer, note);
        var mine = Notes.mine(writer, number);
        assertThat(writer.get(mine).json().path("actions").path(0).asText()).isEqualTo("withdraw");
        var withdrawn = writer.post(mine + "/withdraw").json();
        assertThat(withdrawn.path("state").asText()).isEqualTo("withdrawn");
        assertThat(withdrawn.path("stateTitle").asText()).isEqualTo("已撤回");
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("draft");
        var review = Notes.review(tongban.as("reviewer"), number);
        var late = tongban.as("reviewer").post(review + "/claim");
        assertThat(late.code()).isEqualTo("case-closed");
        assertThat(late.json().path("from").asText()).isEqualTo("withdrawn");
        assertThat(writer.post(note + "/submit").status()).isEqualTo(200);
    }

    private static void told(Api writer, String mine, String template, String text) {
        var last = writer.get("/api/platform/v1/me/messages?limit=1").json().at("/items/0");
        assertThat(last.path("template").asText()).isEqualTo(template);
        assertThat(last.path("text").asText()).isEqualTo(text);
        assertThat(last.path("link").asText()).isEqualTo(mine);
    }

    @Test
    @Tag("CO-38")
    void after_a_claim_the_applicant_asks_and_the_reviewer_grants(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var reviewer = tongban.as("reviewer");
        var note = Notes.written(writer, "asked back");
        var number = Notes.number(writer, note);
        var mine = Notes.mine(writer, number);
        var review = Notes.review(reviewer, number);
        assertThat(writer.post(mine + "/withdrawal-request", Api.json(ASK)).code())
                .isEqualTo("case-not-begun");
        reviewer.post(review + "/claim");
        var refused = writer.post(mine + "/withdraw");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("case-claimed");
        assertThat(refused.json().path("from").asText()).isEqualTo("claimed");
        assertThat(refused.json().path("to").asText()).isEqualTo("withdrawn");
        assertThat(reviewer.post(review + "/withdrawal-request", Api.json("{'granted': true}"))
                        .code())
                .isEqualTo("no-withdrawal-asked");
        assertThat(writer.post(mine + "/withdrawal-request", Api.json(ASK)).status())
                .isEqualTo(200);
        assertThat(writer.post(mine + "/withdrawal-request", Api.json(ASK)).code())
                .isEqualTo("withdrawal-asked");
        assertThat(reviewer.get(review).json().path("withdrawalAsked").asBoolean())
                .isTrue();
        assertThat(reviewer.post(review + "/withdrawal-request", Api.json("{'granted': false}"))
                        .violations())
                .containsExactly("/reason required");
        Notes.right(
                reviewer.post(review + "/withdrawal-request", Api.json("{'granted': false, 'reason': 'nearly done'}")),
                200);
        told(writer, mine, "core.withdrawal-refused", "您撤回asked back（" + number + "）的请求未获同意：nearly done。");
        assertThat(writer.get(mine).json().path("actions").path(0).asText()).isEqualTo("request-withdrawal");
        writer.post(mine + "/withdrawal-request", Api.json(ASK));
        var granted = reviewer.post(review + "/withdrawal-request", Api.json("{'granted': true}"));
        assertThat(granted.json().path("state").asText()).isEqualTo("withdrawn");
        told(writer, mine, "core.withdrawal-granted", "您撤回asked back（" + number + "）的请求已获同意，可修改后重新提交。");
        assertThat(writer.get(note).json().path("state").asText()).isEqualTo("draft");
    }

    @Test
    void a_type_that_knows_no_withdrawal_lets_nothing_go(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var note = Notes.written(writer, "for good");
        var number = writer.post(note + "/submit?type=trial.other")
                .json()
                .path("number")
                .asText();
        var mine = Notes.mine(writer, number);
        assertThat(writer.post(mine + "/withdraw").code()).isEqualTo("not-withdrawable");
        assertThat(writer.get(mine).json().path("actions")).isEmpty();
    }

    @Test
    @Tag("CO-28")
    void nobody_withdraws_what_is_not_theirs(Tongban tongban) {
        var writer = People.writer(tongban).api();
        var mine = Notes.mine(writer, Notes.submitted(writer, "not yours"));
        var other = People.writer(tongban).api();
        assertThat(other.get(mine).status()).isEqualTo(404);
        assertThat(other.post(mine + "/withdraw").status()).isEqualTo(404);
        assertThat(other.post(mine + "/withdrawal-request", Api.json(ASK)).status())
                .isEqualTo(404);
        assertThat(tongban.anonymous().get(mine).status()).isEqualTo(401);
    }

    @Test
    void of_a_withdrawal_and_a_claim_at_the_same_moment_one_wins(Tongban tongban) throws Exception {
        for (int round = 0; round < 5; round++) {
            var writer = People.writer(tongban).api();
            var reviewer = tongban.as("reviewer");
            var number = Notes.submitted(writer, "race " + round);
            var mine = Notes.mine(writer, number);
            var review = Notes.review(reviewer, number);
            var answers =
                    together(List.of(() -> writer.post(mine + "/withdraw"), () -> reviewer.post(review + "/claim")));
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            var loser = answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(loser.code()).isIn("case-claimed", "case-closed");
            assertThat(loser.json().path("from").asText()).isIn("claimed", "withdrawn");
        }
    }

    @Test
    @Tag("CO-46")
    void of_thirty_two_claims_at_the_same_moment_one_wins(Tongban tongban) throws Exception {
        var officers = new ArrayList<Api>();
        for (int i = 0; i < 4; i++) {
            officers.add(People.staff(tongban, TrialModule.REVIEWER).api());
        }
        var review = Notes.review(
                tongban.as("reviewer"), Notes.submitted(People.writer(tongban).api(), "crowded"));
        var claims = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 32; i++) {
            var officer = officers.get(i % officers.size());
            claims.add(() -> officer.post(review + "/claim"));
        }
        var answers = together(claims);
        // Eight are sent by who wins: a claim repeated by its holder changes nothing.
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(8);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .extracting(Answer::code)
                .containsOnly("case-already-claimed");
        assertThat(officers.stream()
                        .filter(officer ->
                                officer.get(review).json().path("claimedByMe").asBoolean()))
                .hasSize(1);
    }

    @Test
    @Tag("CO-46")
    void of_a_decision_and_a_handover_at_the_same_moment_one_wins(Tongban tongban) throws Exception {
        for (int round = 0; round < 3; round++) {
            var holder = People.staff(tongban, TrialModule.REVIEWER).api();
            var other = People.staff(tongban, TrialModule.REVIEWER);
            var review =
                    Notes.review(holder, Notes.submitted(People.writer(tongban).api(), "handover " + round));
            holder.post(review + "/claim");
            var handover = Api.json("{'to': '%s'}".formatted(other.login()));
            var answers = together(List.of(
                    () -> Notes.decidedClaimed(holder, review, "{'decision': 'approve'}"),
                    () -> holder.post(review + "/reassign", handover)));
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            var loser = answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(loser.code()).isIn("case-not-claimed", "case-closed");
            assertThat(loser.json().path("from").asText()).isIn("claimed", "approved");
        }
    }

    @Test
    @Tag("CO-46")
    void of_a_granted_withdrawal_and_a_decision_one_wins(Tongban tongban) throws Exception {
        var writer = People.writer(tongban).api();
        var reviewer = People.staff(tongban, TrialModule.REVIEWER).api();
        var number = Notes.submitted(writer, "both at once");
        var review = Notes.review(reviewer, number);
        reviewer.post(review + "/claim");
        writer.post(Notes.mine(writer, number) + "/withdrawal-request", Api.json(ASK));
        var answers = together(List.of(
                () -> Notes.decidedClaimed(reviewer, review, "{'decision': 'approve'}"),
                () -> reviewer.post(review + "/withdrawal-request", Api.json("{'granted': true}"))));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .extracting(Answer::code)
                .containsExactly("case-closed");
    }
}
