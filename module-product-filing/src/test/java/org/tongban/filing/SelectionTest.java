package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.RoundSteps.ONE_PUBLIC_CORE;
import static org.tongban.filing.RoundSteps.right;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** How a round takes its products, measures them and comes to decisions (PF-50). */
@TongbanTest
@Tag("PF-50")
@Tag("PF-82")
class SelectionTest {
    private static final int AT_ONCE = 32;
    private static final String LARGE_SALES = """
        {'indicator': '产品销售额占比', 'source': 'product.sales', 'dividedBy': 'unit.productSales', 'factor': '100',
         'industries': ['C39'], 'comparator': 'at-least', 'benchmark': '0.9', 'weight': '60', 'hard': false,
         'reason': '产品销售额占比不足'}
        """;
    private static final String MARGIN = """
        {'indicator': '毛利润率', 'source': 'product.grossMargin', 'comparator': 'more-than', 'benchmark': '40',
         'weight': '40', 'hard': false, 'reason': '毛利润率偏低'}
        """;
    private static final String OF_OTHERS = """
        {'indicator': '只对食品', 'source': 'product.marketShare', 'industries': ['14'], 'comparator': 'at-least',
         'benchmark': '50', 'hard': true, 'reason': '食品类市场份额不足'}
        """;

    private final Tongban tongban;

    SelectionTest(Tongban tongban) {
        this.tongban = tongban;
    }

    @Test
    void a_round_takes_what_was_filed_or_updated_in_time_and_whose_unit_takes_part() {
        var by = new RoundSteps(tongban, 2041);
        var taken = by.open("认定巡检仪甲型");
        var document = by.filing.product("认定巡检仪甲二型").put("takesPart", false);
        var unwilling = by.filed(document, by.filing.patents());
        var notUpdated = by.open("认定巡检仪甲三型");
        by.figuresOf(notUpdated, 2039);
        var late = by.open("认定巡检仪甲四型");
        change("update product_filing.product set filed_on = date '2041-09-01' where id = ?", late);
        var barred = by.open("认定巡检仪甲五型");
        revokedIn(2040, barred);
        var again = by.open("认定巡检仪甲六型");
        revokedIn(2039, again);
        var draft = by.filing.draft();

        by.intake();

        assertThat(by.recognition(taken)).isNotEmpty();
        assertThat(by.recognition(again)).isNotEmpty();
        for (var left : List.of(unwilling, notUpdated, late, barred, draft)) {
            assertThat(by.recognition(left)).isEmpty();
        }
        var version = by.shown(by.recognition(taken)).etag();
        by.figuresOf(notUpdated, 2040);
        by.intake();
        assertThat(by.recognition(notUpdated)).isNotEmpty();
        assertThat(by.shown(by.recognition(taken)).etag()).isEqualTo(version);
        assertThat(by.manager
                        .get(by.round("/recognitions?state=candidate&limit=100"))
                        .json()
                        .path("items"))
                .hasSize(3);
    }

    @Test
    void a_dry_run_counts_and_a_real_one_keeps_its_results_and_comes_out_the_same_again() {
        var by = new RoundSteps(tongban, 2043);
        var product = by.open("认定巡检仪乙型");
        by.half("认定巡检仪乙二型");
        var recognition = by.candidate(product);
        figures(by);
        var scorecard = by.scorecard(String.join(",", ONE_PUBLIC_CORE, LARGE_SALES, MARGIN, OF_OTHERS), "60");

        var dry = by.run(scorecard, true);

        assertThat(dry.path("measured").asInt()).isEqualTo(2);
        assertThat(dry.path("met").asInt()).isEqualTo(2);
        assertThat(dry.path("hidden").asInt()).isEqualTo(1);
        assertThat(dry.path("missed").findValuesAsText("products")).containsExactly("0", "0", "2", "0");
        assertThat(results(by, dry.path("id").asText())).isEmpty();
        assertThat(by.state(recognition)).isEqualTo("candidate");
        assertThat(by.decideByRun(dry.path("id").asText()).code()).isEqualTo("run-not-decisive");

        var real = by.run(scorecard, false);
        var again = by.run(scorecard, false);

        assertThat(real.path("digest")).isEqualTo(dry.path("digest"));
        assertThat(again.path("digest")).isEqualTo(dry.path("digest"));
        assertThat(results(by, real.path("id").asText())).hasSize(2);
        assertThat(by.state(recognition)).isEqualTo("candidate");
        assertThat(by.decideByRun(real.path("id").asText()).code()).isEqualTo("run-not-decisive");
        var explanation = OWN + "/recognitions/" + recognition + "/explanation";
        assertThat(by.holder.api().get(explanation).code()).isEqualTo("not-explained");

        by.decidedByRun(again);

        var explained = right(by.holder.api().get(explanation), 200).json();
        assertThat(explained.path("reproduced").asBoolean()).isTrue();
        assertThat(explained.path("score").asText()).isEqualTo("60.00");
        assertThat(explained.path("criteria").findValuesAsText("indicator"))
                .containsExactly("公开的核心专利", "产品销售额占比", "毛利润率");
        assertThat(explained.path("criteria").findValuesAsText("met")).containsExactly("true", "true", "false");
        assertThat(explained.at("/inputs/product.sales").asText()).isEqualTo("1000");
        assertThat(by.state(recognition)).isEqualTo("in-publicity");
    }

    @Test
    void staff_decide_by_a_run_and_the_units_are_told() {
        var by = new RoundSteps(tongban, 2045);
        var met = by.open("认定巡检仪丙型");
        var hidden = by.half("认定巡检仪丙二型");
        var poor = by.filed(by.filing.product("认定巡检仪丙三型").put("grossMargin", "5"), by.filing.patents());
        by.intake();
        var scorecard = by.scorecard("""
            {'indicator': '毛利润率', 'source': 'product.grossMargin', 'comparator': 'at-least', 'benchmark': '10',
             'hard': true, 'reason': '毛利润率低于基准'}
            """, "0");

        by.decidedByRun(by.run(scorecard, false));

        assertThat(by.state(by.recognition(met))).isEqualTo("in-publicity");
        assertThat(by.state(by.recognition(hidden))).isEqualTo("held");
        assertThat(by.state(by.recognition(poor))).isEqualTo("not-met");
        assertThat(by.shown(by.recognition(poor)).json().path("reason").asText())
                .isEqualTo("毛利润率低于基准");
        assertThat(by.told())
                .contains(
                        "您的产品“认定巡检仪丙型”已进入公示阶段，公示至2026年12月4日。",
                        "您的产品“认定巡检仪丙二型”关联专利尚未公开，公开后方可进入公示。",
                        "您的产品“认定巡检仪丙三型”未进入2045年度认定公示：毛利润率低于基准。");
    }

    @Test
    void a_held_product_waits_until_its_unit_has_made_its_patents_public() {
        var by = new RoundSteps(tongban, 2047);
        var product = by.half("认定巡检仪丁型");
        var open = by.open("认定巡检仪丁二型");
        var recognition = by.candidate(product);
        var publication = OWN + "/recognitions/" + recognition + "/patents-publication";
        var page = PLATFORM + "/public/products/" + product;
        assertThat(by.decide(recognition, "{'decision': 'publicity'}").code()).isEqualTo("patents-hidden");
        assertThat(by.decide(by.recognition(open), "{'decision': 'held'}").code())
                .isEqualTo("patents-public");
        assertThat(by.holder.api().post(publication).code()).isEqualTo("not-held");
        right(by.decide(recognition, "{'decision': 'held'}"), 200);
        assertThat(tongban.anonymous().get(page).text()).contains("一种示例仪器").doesNotContain("一种示例支架");
        assertThat(by.decide(recognition, "{'decision': 'publicity'}").code()).isEqualTo("patents-hidden");
        assertThat(tongban.as("unit-b").post(publication).status()).isEqualTo(404);

        right(by.holder.api().post(publication), 200);

        assertThat(by.state(recognition)).isEqualTo("held");
        assertThat(tongban.anonymous().get(page).text()).contains("一种示例支架");
        right(by.decide(recognition, "{'decision': 'publicity'}"), 200);
        assertThat(by.state(recognition)).isEqualTo("in-publicity");
        assertThat(by.decide(recognition, "{'decision': 'not-met', 'reason': '迟了'}")
                        .code())
                .isEqualTo("illegal-move");
    }

    @Test
    @Tag("PE-8")
    void starting_again_does_not_get_in_the_way_of_the_job_under_way() throws Exception {
        var by = new RoundSteps(tongban, 2058);
        for (int i = 0; i < 4; i++) {
            by.open("认定巡检仪并行" + i + "型");
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Callable<Answer>>();
            for (int i = 0; i < 32; i++) {
                starts.add(() -> by.manager.post(by.round("/intake")));
            }
            for (var started : pool.invokeAll(starts)) {
                assertThat(started.get().status()).as(started.get().toString()).isIn(202, 409);
            }
        }
        by.intake();
        var round = by.manager.get(by.round(""));
        var dates = (ObjectNode) round.json().deepCopy();
        dates.retain("opensOn", "closesOn", "filingDeadline");
        assertThat(by.manager
                        .with("If-Match", round.etag())
                        .put(by.round(""), dates.put("dataYear", 2050))
                        .violations())
                .containsExactly("/dataYear round-begun");
    }

    @Test
    @Tag("CO-46d")
    void what_was_not_met_may_be_looked_at_again_and_then_stands_where_it_stood() {
        var by = new RoundSteps(tongban, 2049);
        var recognition = by.candidate(by.open("认定巡检仪戊型"));
        assertThat(by.decide(recognition, "{'decision': 'not-met'}").violations())
                .containsExactly("/reason required");
        right(by.decide(recognition, "{'decision': 'not-met', 'reason': '数据存疑'}"), 200);
        assertThat(by.caseNumber(recognition)).startsWith("WD2026-");

        var other = tongban.as("filing-manager-2");
        var review = by.lookedAtAgain(recognition, other);
        assertThat(by.manager.post(review + "/claim").code()).isEqualTo("decided-before");
        right(other.post(review + "/claim"), 200);
        right(other.post(review + "/decision", Api.json("{'decision': 'approve', 'reason': '数据属实'}")), 200);

        assertThat(by.state(recognition)).isEqualTo("candidate");
        right(by.decide(recognition, "{'decision': 'publicity'}"), 200);
    }

    @Test
    void of_two_who_decide_at_once_one_wins_and_the_other_is_told_where_it_stands() throws Exception {
        var by = new RoundSteps(tongban, 2051);
        var recognition = by.candidate(by.open("认定巡检仪己型"));
        var decisions = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < AT_ONCE; i++) {
            var decision = i % 2 == 0 ? "{'decision': 'publicity'}" : "{'decision': 'not-met', 'reason': '不足'}";
            decisions.add(() -> by.decide(recognition, decision));
        }
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(decisions)) {
                answers.add(one.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("illegal-move");
            assertThat(answer.json().path("from").asText()).isEqualTo(by.state(recognition));
        });
    }

    private static List<String> results(RoundSteps by, String run) {
        return right(by.manager.get(OWN + "/recognition-runs/" + run + "/results?limit=100"), 200)
                .json()
                .path("items")
                .findValuesAsText("recognition");
    }

    private void figures(RoundSteps by) {
        Rows.change(tongban, """
            insert into product_filing.unit_assets
            select a.unit, ?, total_cost, ip_investment, net_profit, product_sales, fixed_assets, output_value,
                   selling_expenses, administrative_expenses, financial_expenses, patent_assets, total_assets, employees
              from product_filing.unit_assets a
              join product_filing.unit u on u.id = a.unit
              join core.account o on o.organisation_id = u.organisation
             where a.year = 2025 and o.id = ?
            """, by.year - 1, by.holder.member().id());
    }

    private void revokedIn(int year, String product) {
        RoundSteps.begun(tongban, year);
        Rows.change(tongban, """
            insert into product_filing.recognition (id, product, unit, year, state, version, created_at, changed_at)
            select gen_random_uuid(), id, unit, ?, 'REVOKED', 1, now(), now() from product_filing.product
             where id = ?
            """, year, UUID.fromString(product));
    }

    private void change(String sql, String id) {
        Rows.change(tongban, sql, UUID.fromString(id));
    }
}
