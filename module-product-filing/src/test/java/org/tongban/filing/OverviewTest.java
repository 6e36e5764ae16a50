package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A unit sees where its filings stand and is told of each decision (CO-38, CO-39). */
@TongbanTest
@Tag("CO-39")
class OverviewTest {
    private static final String PATH = FilingSteps.PLATFORM + "/me/overview?limit=100";

    private static JsonNode line(Api api, String product) {
        for (var line : api.get(PATH).json().path("items")) {
            if (line.path("id").asText().equals(product)) {
                return line;
            }
        }
        throw new AssertionError("not in the overview: " + product);
    }

    private static void stands(JsonNode line, String state, String acts, String action) {
        assertThat(line.path("state").asText()).isEqualTo(state);
        assertThat(line.path("acts").asText()).isEqualTo(acts);
        assertThat(line.path("nextAction").asText()).isEqualTo(action);
    }

    @Test
    @Tag("CO-38")
    void a_filing_is_followed_from_the_draft_to_its_number(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var product = steps.complete("总览巡检仪");
        var link = FilingSteps.OWN + "/products/" + product;
        stands(line(steps.unit, product), "draft", "applicant", "填写并提交");
        assertThat(line(steps.unit, product).path("title").asText()).isEqualTo("总览巡检仪");
        assertThat(steps.submit(product).status()).isEqualTo(200);
        var submitted = line(steps.unit, product);
        stands(submitted, "in-review", "reviewer", "审核");
        assertThat(submitted.path("number").asText()).startsWith("CP2026-");
        assertThat(submitted.path("dueOn").asText()).isEqualTo("2026-12-18");
        assertThat(submitted.path("daysLeft").asLong()).isEqualTo(28);
        assertThat(submitted.path("stateTitle").asText()).isEqualTo("审核中");
        steps.decide(product, "{'decision': 'return', 'reason': '请补充图片'}");
        stands(line(steps.unit, product), "returned", "applicant", "修改后重新提交");
        assertThat(steps.submit(product).status()).isEqualTo(200);
        steps.decide(product, "{'decision': 'approve'}");
        var filed = line(steps.unit.with("Accept-Language", "en"), product);
        stands(filed, "filed", "nobody", "Nothing to do");
        assertThat(filed.path("link").asText()).isEqualTo(link);
        assertThat(steps.unit.get(link).status()).isEqualTo(200);
        var told = steps.unit
                .get(FilingSteps.PLATFORM + "/me/messages?module=product-filing&limit=2")
                .json()
                .path("items");
        assertThat(told.get(0).path("text").asText())
                .isEqualTo(
                        "您的产品“总览巡检仪”已备案，备案号%s。".formatted(filed.path("number").asText()));
        assertThat(told.get(0).path("link").asText()).isEqualTo(link);
        assertThat(told.get(1).path("template").asText()).isEqualTo("filing.returned");
    }

    /** The newest case of the unit. */
    private static String newest(FilingSteps steps) {
        var cases = steps.unit.get(FilingSteps.PLATFORM + "/me/cases?limit=1").json();
        return FilingSteps.PLATFORM + "/me/cases/" + cases.at("/items/0/id").asText();
    }

    @Test
    @Tag("CO-46c")
    void what_is_taken_back_is_the_units_again(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var product = steps.complete("收回巡检仪");
        assertThat(steps.submit(product).status()).isEqualTo(200);
        assertThat(steps.unit.post(newest(steps) + "/withdraw").status()).isEqualTo(200);
        stands(line(steps.unit, product), "draft", "applicant", "填写并提交");

        assertThat(steps.submit(product).status()).isEqualTo(200);
        stands(line(steps.unit, product), "in-review", "reviewer", "审核");
        var review = FilingSteps.PLATFORM + "/reviews/" + steps.claimed(product) + "/withdrawal-request";
        assertThat(steps.unit
                        .post(newest(steps) + "/withdrawal-request", Api.json("{'reason': '数据有误'}"))
                        .status())
                .isEqualTo(200);
        stands(line(steps.unit, product), "in-review", "reviewer", "审核");
        assertThat(tongban.as("reviewer")
                        .post(review, Api.json("{'granted': true}"))
                        .status())
                .isEqualTo(200);
        var back = line(steps.unit, product);
        stands(back, "draft", "applicant", "填写并提交");
        assertThat(back.path("number").asText("")).isEmpty();
    }

    @Test
    @Tag("CO-46e")
    void a_correction_leaves_a_filing_where_it_stands(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var product = steps.complete("总览勘误巡检仪");
        assertThat(steps.submit(product).status()).isEqualTo(200);
        var review = FilingSteps.PLATFORM + "/reviews/" + steps.claimed(product);
        assertThat(steps.decideClaimed(review, "{'decision': 'approve'}").status())
                .isEqualTo(200);
        var filed = line(steps.unit, product);
        var officer = tongban.as("reviewer");
        var change = ("{'reason': '有错别字', 'changes': [{'pointer': '/product/introduction', 'before': '%s',"
                        + " 'after': '已勘误。'}]}")
                .formatted(officer.get(review)
                        .json()
                        .at("/snapshot/product/introduction")
                        .asText());
        var proposed = officer.post(review + "/corrections", Api.json(change));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(line(steps.unit, product)).isEqualTo(filed);
        var correction =
                FilingSteps.PLATFORM + "/reviews/" + proposed.json().path("id").asText();
        var second = tongban.as("reviewer-2");
        assertThat(second.post(correction + "/claim").status()).isEqualTo(200);
        var confirmed = Checklists.ticked(second, correction, Api.json("{'decision': 'approve'}"));
        assertThat(second.post(correction + "/decision", confirmed).status()).isEqualTo(200);
        assertThat(line(steps.unit, product)).isEqualTo(filed);
    }

    @Test
    void what_is_deleted_or_another_units_is_not_there(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var product = steps.draft();
        assertThat(tongban.as("unit-b").get(PATH).text()).doesNotContain(product);
        assertThat(steps.unit.delete(FilingSteps.OWN + "/products/" + product).status())
                .isEqualTo(204);
        assertThat(steps.unit.get(PATH).text()).doesNotContain(product);
    }
}
