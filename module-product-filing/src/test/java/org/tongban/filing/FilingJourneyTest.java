package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A product from the unit's draft to the public page. */
@TongbanTest
class FilingJourneyTest {
    private static String search(String text) {
        return PLATFORM + "/public/products?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @Tag("PF-20")
    void a_unit_imports_the_patents_of_its_name_and_no_others(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();

        var listed = steps.unit.get(OWN + "/patents?limit=100").json().path("items");
        assertThat(listed.findValuesAsText("patentNumber"))
                .contains("202121635235.X", "202121741650.3", "202121751980.0", "202211359874.7")
                .doesNotContain("201721191703.2");
    }

    @Test
    @Tag("PF-20")
    void a_unit_imports_what_was_published_under_its_former_name(Tongban tongban) {
        var steps = new FilingSteps(tongban);
        steps.importRegistry();
        var other = tongban.as("unit-b");
        steps.done(other, other.post(OWN + "/patent-imports"));

        var expired = other.get(OWN + "/patents?q=201120300768").json().at("/items/0");
        assertThat(expired.path("state").asText()).isEqualTo("expired");
        assertThat(expired.path("valid").asBoolean()).isFalse();
        assertThat(other.get(OWN + "/patents?state=granted&kind=invention")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    @Tag("PF-70")
    @Tag("PF-34")
    void an_approved_filing_is_told_by_sms_and_found_by_the_public(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机甲型");

        var submitted = steps.submit(id);
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(200);
        assertThat(submitted.json().path("state").asText()).isEqualTo("in-review");
        assertThat(submitted.json().at("/dataYear/year").asInt()).isEqualTo(2025);

        var decided = steps.decide(id, "{'decision': 'approve'}");
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        var filed = steps.unit.get(OWN + "/products/" + id).json();
        assertThat(filed.path("state").asText()).isEqualTo("filed");
        var number = filed.path("filingNumber").asText();
        assertThat(tongban.outbox().findValuesAsText("text")).contains("您的产品“线路巡检无人机甲型”已备案，备案号" + number + "。");

        var anyone = tongban.anonymous();
        assertThat(anyone.get(search("检无人机甲")).json().path("items").findValuesAsText("id"))
                .contains(id);
        var page = anyone.get(PLATFORM + "/public/products/" + id);
        assertThat(page.text())
                .contains("202121635235.X")
                .doesNotContain("202121741650.3", "溯源", "31.5", "sales", "economicProof");
        assertThat(anyone.get(page.json().at("/pictures/0").asText()).status()).isEqualTo(200);
    }

    @Test
    @Tag("PF-70")
    void a_patent_hidden_at_filing_is_found_by_no_query(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机乙型");
        steps.submit(id);
        steps.decide(id, "{'decision': 'approve'}");

        var anyone = tongban.anonymous();
        assertThat(anyone.get(search("202121635235.X")).text()).contains(id);
        assertThat(anyone.get(search("202121741650.3")).text()).doesNotContain(id);
        assertThat(anyone.get(search("空气污染物溯源")).text()).doesNotContain(id);
    }

    @Test
    @Tag("PF-34")
    void a_returned_filing_shows_the_reason_and_is_submitted_again(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机丙型");
        steps.submit(id);
        var decided = steps.decide(
                id,
                "{'decision': 'return', 'reason': '名称含有品牌', 'remarks': [{'pointer': '/product/name', 'text': '请删去'}]}");
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);

        var returned = steps.unit.get(OWN + "/products/" + id).json();
        assertThat(returned.path("state").asText()).isEqualTo("returned");
        assertThat(returned.at("/lastDecision/reason").asText()).isEqualTo("名称含有品牌");
        assertThat(returned.at("/lastDecision/remarks/0/pointer").asText()).isEqualTo("/product/name");
        assertThat(tongban.outbox().findValuesAsText("text")).contains("您的产品“线路巡检无人机丙型”未通过备案审核：名称含有品牌。请修改后重新提交。");

        steps.save(id, "product", steps.product("线路巡检无人机丙二型"));
        assertThat(steps.submit(id).status()).isEqualTo(200);
    }

    @Test
    @Tag("PF-31")
    void a_returned_filing_shows_the_year_that_submitting_it_takes(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机寅型");
        steps.submit(id);
        tongban.clock().moveTo(Instant.parse("2027-01-05T02:00:00Z"));
        var path = OWN + "/products/" + id;
        assertThat(steps.unit.get(path).json().at("/dataYear/year").asInt()).isEqualTo(2025);

        assertThat(steps.decide(id, "{'decision': 'return', 'reason': '图片不清晰'}").status())
                .isEqualTo(200);
        assertThat(steps.unit.get(path).json().at("/dataYear/year").asInt()).isEqualTo(2026);
    }

    @Test
    @Tag("PF-34")
    void everything_that_is_wrong_is_answered_at_once_and_nothing_is_saved(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.draft();
        var product = steps.product("线路巡检无人机丁型");
        product.put("sales", "99999999").put("mainPicture", "019aa000-0000-7000-8000-000000000001");
        product.remove("model");
        steps.save(id, "product", product);

        var refused = steps.submit(id);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("filing-not-complete");
        assertThat(refused.violations())
                .contains(
                        "/product/model required",
                        "/product/sales above-unit",
                        "/product/mainPicture file-unknown",
                        "/patents required");
        assertThat(steps.unit.get(OWN + "/products/" + id).json().path("state").asText())
                .isEqualTo("draft");
    }

    @Test
    @Tag("PF-80")
    void a_second_submission_is_refused_with_both_states(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机戊型");
        steps.submit(id);

        var again = steps.submit(id);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("illegal-move");
        assertThat(again.json().path("from").asText()).isEqualTo("in-review");
        assertThat(again.json().path("to").asText()).isEqualTo("in-review");
        assertThat(again.json().path("move").asText()).isEqualTo("submit");
    }

    @Test
    @Tag("PF-34")
    void content_in_review_is_locked(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机己型");
        steps.submit(id);

        var path = OWN + "/products/" + id + "/product";
        var refused = steps.unit.with("If-Match", steps.unit.get(path).etag()).put(path, Api.json("{}"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("locked");
        assertThat(refused.json().path("from").asText()).isEqualTo("in-review");
        assertThat(refused.json().path("to").asText()).isEqualTo("draft");
    }

    @Test
    @Tag("PF-31")
    void the_same_product_is_not_filed_twice(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        steps.submit(steps.complete("线路巡检无人机庚型"));

        var twin = steps.submit(steps.complete("线路巡检无人机庚型"));
        assertThat(twin.status()).isEqualTo(409);
        assertThat(twin.code()).isEqualTo("duplicate-product");
    }
}
