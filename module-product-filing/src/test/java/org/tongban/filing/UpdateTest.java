package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The yearly update from the asking to the public page (PF-40). */
@TongbanTest
@Tag("PF-40")
@Tag("PF-81")
class UpdateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 32;

    private final Tongban tongban;
    private final UpdateSteps by;

    UpdateTest(Tongban tongban) {
        this.tongban = tongban;
        this.by = new UpdateSteps(tongban);
    }

    @Test
    void an_update_is_asked_for_confirmed_three_times_reviewed_and_published() {
        var product = by.older("更新巡检仪甲型");
        var update = by.due(product);
        await().atMost(PATIENCE)
                .until(() -> by.told().stream()
                        .anyMatch(text -> text.matches("产品备案信息更新已开放，请于2026年11月30日24时前完成[1-9][0-9]*个产品的更新。")));
        var shown = by.steps.unit.get(UpdateSteps.path(update)).json();
        assertThat(shown.path("state").asText()).isEqualTo("due");
        assertThat(shown.path("dataYear").asInt()).isEqualTo(2025);
        assertThat(shown.path("lastDay").asText()).isEqualTo("2026-11-30");
        assertThat(shown.at("/productPart/name").asText()).isEqualTo("更新巡检仪甲型");
        assertThat(tongban.as("unit-b").get(UpdateSteps.path(update)).status()).isEqualTo(404);
        assertThat(tongban.as("unit-b")
                        .post(UpdateSteps.path(update) + "/submission")
                        .status())
                .isEqualTo(404);

        UpdateSteps.right(
                by.save(update, (ObjectNode) Api.json("{'productUnchanged': true, 'patentsUnchanged': false}")), 200);
        var refused = by.submit(update);
        assertThat(refused.status()).isEqualTo(422);
        // Last year's amounts do not stand in for this year's.
        assertThat(refused.violations())
                .contains(
                        "/unitDataConfirmed required",
                        "/sales required",
                        "/netProfit required",
                        "/contributionIndex required",
                        "/patents required",
                        "/economicProof required");
        UpdateSteps.right(by.save(update, by.unchanged().put("sales", "99999999")), 200);
        assertThat(by.submit(update).violations()).containsExactly("/sales above-unit");
        assertThat(by.state(update)).isEqualTo("due");
        by.submitted(update);
        assertThat(by.submit(update).code()).isEqualTo("illegal-move");
        assertThat(by.save(update, by.unchanged()).code()).isEqualTo("update-locked");
        assertThat(by.page(product).text()).contains("\"2024\"").doesNotContain("\"2025\"");

        UpdateSteps.right(by.steps.decide(update, "{'decision': 'approve'}"), 200);

        assertThat(by.state(update)).isEqualTo("done");
        assertThat(by.told()).contains("您的产品“更新巡检仪甲型”备案信息更新已通过。");
        var renewed = by.steps.unit.get(OWN + "/products/" + product).json();
        assertThat(renewed.at("/dataYear/year").asInt()).isEqualTo(2025);
        assertThat(renewed.at("/product/sales").asText()).isEqualTo("1500");
        assertThat(renewed.at("/product").has("totalCost")).isFalse();
        assertThat(renewed.at("/product/contributionMethod").asText()).isEqualTo("licence-rate");
        assertThat(renewed.path("state").asText()).isEqualTo("filed");
        assertThat(by.page(product).text()).contains("\"2025\"").doesNotContain("1500", "\"2024\"");
        assertThat(tongban.anonymous()
                        .get(PLATFORM + "/public/products?year=2025&limit=100")
                        .text())
                .contains(product);
        assertThat(by.steps.unit.get(OWN + "/updates?state=done&limit=100").text())
                .contains(update);
        by.run("2026-11-21T02:00:00Z");
        assertThat(by.state(update)).isEqualTo("done");
    }

    @Test
    void what_is_changed_replaces_what_was_filed() {
        var product = by.older("更新巡检仪乙型");
        var update = by.due(product);
        var document = by.unchanged().put("productUnchanged", false).put("patentsUnchanged", false);
        assertThat(by.save(update, document).status()).isEqualTo(200);
        assertThat(by.submit(update).violations()).contains("/product required", "/patents required");
        ObjectNode fields = by.steps.product("更新巡检仪乙二型").deepCopy();
        for (var yearly : List.of(
                "sales",
                "exports",
                "netProfit",
                "outputValue",
                "grossMargin",
                "totalCost",
                "ipInvestment",
                "contributionIndex",
                "contributionMethod",
                "contributionK",
                "declarations")) {
            fields.remove(yearly);
        }
        document.set("product", fields.put("introduction", "升级后的线路巡检设备。"));
        var links = (ObjectNode) Api.json("{'patents': []}");
        FilingSteps.link(links, by.steps.patent("202121741650.3"), true);
        document.set("patents", links.path("patents"));
        UpdateSteps.right(by.save(update, document), 200);
        UpdateSteps.right(by.submit(update), 200);
        assertThat(by.page(product).text()).doesNotContain("升级后");

        UpdateSteps.right(by.steps.decide(update, "{'decision': 'approve'}"), 200);

        assertThat(by.page(product).text())
                .contains("升级后的线路巡检设备。", "更新巡检仪乙二型", "202121741650.3")
                .doesNotContain("202121635235.X");
        assertThat(tongban.anonymous()
                        .get(by.page(product).json().at("/pictures/0").asText())
                        .status())
                .isEqualTo(200);
        assertThat(tongban.anonymous()
                        .get(PLATFORM + "/public/products?q=202121635235.X&limit=100")
                        .text())
                .doesNotContain(product);
    }

    @Test
    @Tag("CO-46e")
    void a_clerical_error_of_an_update_is_put_right_by_two_officers() {
        var product = by.older("更新巡检仪丑型");
        var update = by.due(product);
        by.submitted(update);
        var review = PLATFORM + "/reviews/" + by.steps.claimed(update);
        UpdateSteps.right(by.steps.decideClaimed(review, "{'decision': 'approve'}"), 200);
        var officer = tongban.as("reviewer");
        var proposed = UpdateSteps.right(officer.post(review + "/corrections", Api.json("""
            {'reason': '有错别字。', 'changes': [{'pointer': '/product/introduction',
             'before': '用于输电线路巡检的无人机系统。', 'after': '用于输电线路巡查的无人机系统。'}]}
            """)), 201);
        var correction = PLATFORM + "/reviews/" + proposed.json().path("id").asText();
        var second = tongban.as("reviewer-2");
        UpdateSteps.right(second.post(correction + "/claim"), 200);
        UpdateSteps.right(
                second.post(
                        correction + "/decision",
                        Checklists.ticked(second, correction, Api.json("{'decision': 'approve'}"))),
                200);
        assertThat(by.page(product).text()).contains("用于输电线路巡查的无人机系统。");
    }

    @Test
    @Tag("PF-34b")
    void an_update_is_taken_back_and_handed_in_again() {
        var update = by.due(by.older("更新巡检仪戊型"));
        by.submitted(update);
        UpdateSteps.right(by.steps.unit.post(by.mine(update) + "/withdraw"), 200);
        assertThat(by.state(update)).isEqualTo("due");
        UpdateSteps.right(by.submit(update), 200);
    }

    @Test
    @Tag("PF-34b")
    void of_a_withdrawal_and_a_claim_at_once_one_wins() throws Exception {
        var update = by.due(by.older("更新巡检仪己型"));
        by.submitted(update);
        var mine = by.mine(update);
        var review = PLATFORM + "/reviews/" + mine.substring(mine.lastIndexOf('/') + 1);
        var reviewer = tongban.as("reviewer");
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < AT_ONCE; i++) {
            boolean withdraws = i % 2 == 0;
            requests.add(() -> withdraws ? by.steps.unit.post(mine + "/withdraw") : reviewer.post(review + "/claim"));
        }
        by.together(requests);

        var decided = by.steps.decideClaimed(review, "{'decision': 'approve'}");

        assertThat(by.state(update)).isEqualTo(decided.status() == 200 ? "done" : "due");
        assertThat(decided.status()).isIn(200, 409);
    }

    @Test
    @Tag("PF-35")
    void a_revocation_waits_for_an_update_in_review_and_ends_one_that_is_due() {
        var product = by.older("更新巡检仪子型");
        var update = by.due(product);
        by.submitted(update);
        var revocation = OWN + "/products/" + product + "/revocation";
        var reason = Api.json("{'reason': 'left-market'}");
        assertThat(by.steps.unit.post(revocation, reason).code()).isEqualTo("update-in-review");
        UpdateSteps.right(by.steps.unit.post(by.mine(update) + "/withdraw"), 200);
        var asked = UpdateSteps.right(by.steps.unit.post(revocation, reason), 201);
        assertThat(by.submit(update).code()).isEqualTo("illegal-move");
        UpdateSteps.right(by.steps.decide(asked.json().path("id").asText(), "{'decision': 'approve'}"), 200);
        assertThat(by.steps.unit.get(UpdateSteps.path(update)).status()).isEqualTo(404);
    }
}
