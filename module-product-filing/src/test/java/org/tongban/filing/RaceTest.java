package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What is asked at the same moment. */
@TongbanTest
class RaceTest {
    /** The answers of requests that are sent together, in their order. */
    private static List<Answer> together(List<Callable<Answer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var sent = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static Answer refusedOf(List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        return answers.stream()
                .filter(answer -> answer.status() == 409)
                .findAny()
                .orElseThrow();
    }

    @Test
    @Tag("PF-80")
    void of_two_submissions_of_one_draft_one_opens_the_case_and_one_is_refused(Tongban tongban) throws Exception {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("并行巡检仪甲型");

        var refused = refusedOf(together(Collections.nCopies(2, () -> steps.submit(id))));

        assertThat(refused.code()).isEqualTo("illegal-move");
        var cases = tongban.as("reviewer")
                .get(PLATFORM + "/reviews?limit=100")
                .json()
                .path("items")
                .findValuesAsText("subject");
        assertThat(cases).containsOnlyOnce(id);
    }

    @Test
    @Tag("PF-31")
    void of_two_drafts_of_one_product_submitted_together_one_wins(Tongban tongban) throws Exception {
        var steps = new FilingSteps(tongban).withPatents();
        var drafts = List.of(steps.complete("并行巡检仪乙型"), steps.complete("并行巡检仪乙型"));

        var answers = together(drafts.stream()
                .<Callable<Answer>>map(id -> () -> steps.submit(id))
                .toList());

        assertThat(refusedOf(answers).code()).isEqualTo("duplicate-product");
        assertThat(drafts)
                .extracting(id -> steps.unit
                        .get(OWN + "/products/" + id)
                        .json()
                        .path("state")
                        .asText())
                .containsExactlyInAnyOrder("in-review", "draft");
    }

    @Test
    @Tag("PF-31")
    void two_units_may_file_products_of_one_name_and_model(Tongban tongban) throws Exception {
        var steps = new FilingSteps(tongban).withPatents();
        var others = FilingSteps.ofTheOther(tongban).withPatents();
        var mine = steps.complete("并行巡检仪丙型");
        var theirs = others.complete("并行巡检仪丙型");

        var answers = together(List.of(() -> steps.submit(mine), () -> others.submit(theirs)));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(200));
    }

    @Test
    void what_is_approved_is_what_was_submitted_though_its_unit_edits_it_meanwhile(Tongban tongban) throws Exception {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("并行巡检仪丁型");
        steps.submit(id);
        var review = PLATFORM + "/reviews/" + steps.claimed(id);
        var part = OWN + "/products/" + id + "/product";
        var before = steps.unit.get(part);
        var editor = steps.unit.with("If-Match", before.etag());
        var requests = new ArrayList<Callable<Answer>>();
        requests.addAll(Collections.nCopies(5, () -> editor.put(part, Api.json("{'name': '并行巡检仪戊型'}"))));
        requests.add(2, () -> steps.decideClaimed(review, "{'decision': 'approve'}"));

        var answers = together(requests);

        assertThat(answers.remove(2).status()).isEqualTo(200);
        // Before the approval it is locked, after it the ETag is stale as well.
        assertThat(answers).extracting(Answer::code).isSubsetOf("locked", "stale");
        assertThat(steps.unit.get(part).json()).isEqualTo(before.json());
        assertThat(tongban.anonymous()
                        .get(PLATFORM + "/public/products/" + id)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("并行巡检仪丁型");
    }

    @Test
    @Tag("PF-34b")
    @Tag("PF-80")
    @Tag("RL-1")
    void of_approvals_and_withdrawals_at_the_same_moment_one_wins_and_the_others_are_told(Tongban tongban)
            throws Exception {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("并行巡检仪己型");
        steps.submit(id);
        var review = PLATFORM + "/reviews/" + steps.claimed(id);
        var asked = steps.unit.post(
                review.replace("/reviews/", "/me/cases/") + "/withdrawal-request", Api.json("{'reason': '数据填写有误'}"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        var reviewer = tongban.as("reviewer");
        var approval = Checklists.ticked(reviewer, review, Api.json("{'decision': 'approve'}"));
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 16; i++) {
            requests.add(() -> reviewer.post(review + "/decision", approval));
            requests.add(() -> reviewer.post(review + "/withdrawal-request", Api.json("{'granted': true}")));
        }

        var answers = together(requests);

        var won = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(1);
        var outcome = answers.indexOf(won.getFirst()) % 2 == 0 ? "approved" : "withdrawn";
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.json().path("from").asText())
                    .as(answer.toString())
                    .isEqualTo(outcome);
        });
        assertThat(steps.unit.get(OWN + "/products/" + id).json().path("state").asText())
                .isEqualTo(outcome.equals("approved") ? "filed" : "draft");
        assertThat(tongban.anonymous().get(PLATFORM + "/public/products/" + id).status())
                .isEqualTo(outcome.equals("approved") ? 200 : 404);
    }

    @Test
    @Tag("CO-12")
    @Tag("RL-1")
    void twenty_parallel_requests_with_one_key_begin_one_product(Tongban tongban) throws Exception {
        var steps = new FilingSteps(tongban);
        var before = steps.draft();
        var keyed = steps.unit.with("Idempotency-Key", UUID.randomUUID().toString());

        var answers = together(Collections.nCopies(20, () -> keyed.post(OWN + "/products")));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        var begun = answers.getFirst().json().path("id").asText();
        assertThat(answers)
                .extracting(answer -> answer.json().path("id").asText())
                .containsOnly(begun);
        assertThat(steps.unit
                        .get(OWN + "/products?limit=2")
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly(begun, before);
    }

    @Test
    @Tag("CO-12")
    void adding_a_patent_again_with_the_same_key_gets_the_first_answer(Tongban tongban) {
        new FilingSteps(tongban).importRegistry();
        var unit = tongban.as("unit-b").with("Idempotency-Key", "add-once");
        var body = Api.json("{'patentNumber': '202211359874.7', 'acquisition': 'original'}");
        var first = unit.post("/api/product-filing/v1/patents", body);
        var again = unit.post("/api/product-filing/v1/patents", body);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    @Tag("CO-12")
    @Tag("RL-1")
    void twenty_parallel_requests_with_one_key_add_one_patent(Tongban tongban) throws Exception {
        new FilingSteps(tongban).importRegistry();
        var unit = tongban.as("unit-b").with("Idempotency-Key", "add-at-once");
        var body = Api.json("{'patentNumber': '202121751980.0', 'acquisition': 'original'}");
        var answers = together(Collections.nCopies(20, () -> unit.post("/api/product-filing/v1/patents", body)));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
    }
}
