package org.tongban.template.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.template.proposal.ProposalSteps.PLATFORM;
import static org.tongban.template.proposal.ProposalSteps.PROPOSALS;
import static org.tongban.template.proposal.ProposalSteps.complete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The way of a proposal and its wrong turns, over HTTP. */
@TongbanTest
class ProposalJourneyTest {
    @Test
    @Tag("CO-12")
    void a_draft_is_saved_with_the_etag_of_the_last_read(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var path = steps.draft();
        var first = steps.organisation.get(path).etag();
        var document = Api.json("{'name': '一半'}");

        assertThat(steps.organisation.put(path, document).status()).isEqualTo(428);
        assertThat(steps.organisation
                        .with("If-Match", first)
                        .put(path, document)
                        .status())
                .isEqualTo(200);
        assertThat(steps.organisation
                        .with("If-Match", first)
                        .put(path, document)
                        .status())
                .isEqualTo(412);
        assertThat(steps.organisation.get(path).json().at("/document/name").asText())
                .isEqualTo("一半");
    }

    @Test
    @Tag("CO-10b")
    void a_draft_takes_no_field_that_the_form_does_not_have(Tongban tongban) {
        var steps = new ProposalSteps(tongban);

        var refused = steps.save(steps.draft(), (ObjectNode) Api.json("{'firstYear': '2027', 'colour': 'red'}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations())
                .extracting(violation -> violation.split(" ")[0])
                .containsExactlyInAnyOrder("/firstYear", "/colour");
    }

    @Test
    @Tag("CO-10")
    void a_submission_answers_every_error_at_once_and_changes_nothing(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var path = steps.draft();
        steps.save(path, (ObjectNode) Api.json("{'summary': '说明', 'firstYear': 2025, 'lastYear': 2024}"));

        var refused = steps.organisation.post(path + "/submit");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("template-programme-incomplete");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder("/name required", "/firstYear past", "/lastYear before-first-year");
        assertThat(steps.organisation.get(path).json().path("state").asText()).isEqualTo("draft");
    }

    @Test
    @Tag("CO-46")
    void an_approved_proposal_is_told_and_found_by_the_public(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var path = steps.submitted("甲方案");
        var anyone = tongban.anonymous();
        assertThat(anyone.get(search("甲方案")).json().path("items")).isEmpty();

        steps.decide(path, "{'decision': 'approve'}");

        var approved = steps.organisation.get(path).json();
        assertThat(approved.path("state").asText()).isEqualTo("approved");
        var number = approved.path("number").asText();
        assertThat(number).startsWith("TP");
        assertThat(tongban.outbox().findValuesAsText("text")).contains("您的申请“甲方案”已通过审核，编号" + number + "。");
        var found = anyone.get(search("甲方案")).json().at("/items/0/id").asText();
        assertThat(path).endsWith(found);
        assertThat(anyone.get(PLATFORM + "/public/proposals/" + found).text())
                .contains("面向公众的说明")
                .doesNotContain("只给审核人员看");
    }

    @Test
    @Tag("CO-46")
    void a_returned_proposal_shows_the_reason_and_is_submitted_again(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var path = steps.submitted("乙方案");
        assertThat(steps.save(path, complete("改名")).code()).isEqualTo("template-programme-locked");

        steps.decide(path, "{'decision': 'return', 'reason': '名称不清楚'}");

        var returned = steps.organisation.get(path).json();
        assertThat(returned.path("state").asText()).isEqualTo("returned");
        assertThat(returned.at("/returned/reason").asText()).isEqualTo("名称不清楚");
        assertThat(tongban.outbox().findValuesAsText("text")).contains("您的申请“乙方案”退回补正：名称不清楚。请修改后重新提交。");
        assertThat(steps.save(path, complete("乙方案二")).status()).isEqualTo(200);
        assertThat(steps.organisation.post(path + "/submit").status()).isEqualTo(200);
        assertThat(steps.organisation.post(path + "/submit").code()).isEqualTo("illegal-move");
    }

    @Test
    @Tag("CO-28")
    void another_organisations_proposal_does_not_exist(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var path = steps.filled("丙方案");

        assertThat(steps.other.get(path).status()).isEqualTo(404);
        assertThat(steps.other
                        .with("If-Match", "\"1\"")
                        .put(path, complete("改"))
                        .status())
                .isEqualTo(404);
        assertThat(steps.other.post(path + "/submit").status()).isEqualTo(404);
        assertThat(steps.other.get(PROPOSALS + "?limit=100").text()).doesNotContain("丙方案");
        assertThat(steps.reviewer.get(path).status()).isEqualTo(403);
        assertThat(tongban.anonymous().get(path).status()).isEqualTo(401);
        assertThat(tongban.anonymous()
                        .get(PLATFORM + "/public" + path.substring(path.lastIndexOf("/proposals/")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-11")
    void the_list_is_the_organisations_own_by_state(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var path = steps.submitted("丁方案");

        var inReview = steps.organisation.get(PROPOSALS + "?state=in-review&limit=100");
        assertThat(inReview.json().path("items").findValuesAsText("id")).anyMatch(path::endsWith);
        assertThat(steps.organisation.get(PROPOSALS + "?state=draft&limit=100").text())
                .doesNotContain("丁方案");
        assertThat(steps.organisation.get(PROPOSALS + "?state=lost").violations())
                .containsExactly("/state enum");
    }

    @Test
    @Tag("CO-11")
    void the_list_comes_in_pages_and_says_how_many_there_are_where_it_is_asked(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var drafts = List.of(steps.draft(), steps.draft(), steps.draft());
        var list = PROPOSALS + "?state=draft&limit=2";

        var first = steps.organisation.get(list + "&count=true").json();
        var second = steps.organisation
                .get(list + "&cursor=" + first.path("nextCursor").asText())
                .json();

        assertThat(first.path("total").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(second.has("total")).isFalse();
        assertThat(ids(first)).hasSize(2);
        assertThat(ids(second)).isNotEmpty().doesNotContainAnyElementsOf(ids(first));
        assertThat(drafts.getLast()).endsWith(ids(first).getFirst());
        assertThat(drafts.getFirst()).endsWith(ids(second).getFirst());
        assertThat(ids(steps.organisation
                        .get(list + "&cursor=" + second.path("prevCursor").asText())
                        .json()))
                .isEqualTo(ids(first));
    }

    @Test
    @Tag("CO-12")
    void a_repeat_with_the_same_key_begins_no_second_draft(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var repeated = steps.organisation.with("Idempotency-Key", "begin-once");

        var first = repeated.post(PROPOSALS);
        var again = repeated.post(PROPOSALS);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    @Tag("CO-48")
    void a_draft_that_nobody_touches_is_discarded_and_nothing_else_is(Tongban tongban) {
        var steps = new ProposalSteps(tongban);
        var stale = steps.filled("戊方案");
        var submitted = steps.submitted("己方案");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(89)));
        var fresh = steps.draft();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(91)));

        tongban.context().getBean(DiscardDrafts.class).run();

        assertThat(steps.organisation.get(stale).status()).isEqualTo(404);
        assertThat(steps.organisation.get(submitted).status()).isEqualTo(200);
        assertThat(steps.organisation.get(fresh).status()).isEqualTo(200);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("id");
    }

    private static String search(String text) {
        return PLATFORM + "/public/proposals?q=" + text;
    }
}
