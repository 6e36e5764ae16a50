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
    void a_stage_asks_the_units_of_what_passed_and_takes_their_answers_up_to_its_last_day() {
        var by = new RoundSteps(tongban, 2057);
        var passing = by.open("认定巡检仪庚型");
        var poor = by.filed(by.filing.product("认定巡检仪庚二型").put("grossMargin", "5"), by.filing.patents());
        by.intake();
        var run = by.run(by.scorecard("""
            {'indicator': '毛利润率', 'source': 'product.grossMargin', 'comparator': 'at-least', 'benchmark': '10',
             'hard': true, 'reason': '毛利润率低于基准'}
            """, "0"), false);
        var stage = (ObjectNode) Api.json("{'title': '检测报告', 'request': '请提交检测报告。', 'dueOn': '2026-11-25'}");
        assertThat(by.manager
                        .post(
                                by.round("/stages"),
                                stage.deepCopy()
                                        .put("run", UUID.randomUUID().toString())
                                        .put("dueOn", "2026-11-19"))
                        .violations())
                .containsExactlyInAnyOrder("/run unknown-run", "/dueOn past");

        var opened = right(
                        by.manager.post(
                                by.round("/stages"),
                                stage.put("run", run.path("id").asText())),
                        201)
                .json();
        by.done(opened.path("job").asText());

        assertThat(by.told()).contains("您的产品“认定巡检仪庚型”已通过年度认定评价，请于2026年11月25日24时前登录补充信息：检测报告。");
        var unit = by.holder.api();
        assertThat(right(unit.get(OWN + "/recognitions/" + by.recognition(poor) + "/stages"), 200)
                        .json())
                .isEmpty();
        var asked = unit.get(OWN + "/recognitions/" + by.recognition(passing) + "/stages")
                .json()
                .path(0);
        assertThat(asked.path("request").asText()).isEqualTo("请提交检测报告。");
        var answer = OWN + "/stage-answers/" + asked.path("id").asText();
        var file = FilingSteps.upload(unit, "pdf-20", FilingSteps.pdf(), "application/pdf");
        var given = (ObjectNode) Api.json("{'text': '见附件。'}");
        given.putArray("files").add(file);
        assertThat(tongban.as("unit-b").put(answer, given).status()).isEqualTo(404);
        assertThat(unit.put(answer, Api.json("{}")).violations()).containsExactly("/text required");
        assertThat(unit.put(answer, Api.json("{'text': '  '}")).violations()).containsExactly("/text pattern");
        var wrong = (ObjectNode) Api.json("{'text': '见附件。'}");
        wrong.putArray("files")
                .add(FilingSteps.upload(tongban.as("unit-b"), "pdf-20", FilingSteps.pdf(), "application/pdf"))
                .add(UUID.randomUUID().toString());
        assertThat(unit.put(answer, wrong).violations())
                .containsExactlyInAnyOrder("/files/0 file-unknown", "/files/1 file-unknown");
        right(unit.put(answer, given), 200);
        assertThat(by.manager.get(PLATFORM + "/files/" + file).status()).isEqualTo(200);
        assertThat(tongban.as("unit-b").get(PLATFORM + "/files/" + file).status())
                .isEqualTo(404);
        by.at("2026-11-25T15:59:00Z");
        right(unit.put(answer, given.put("text", "见附件，已更新。")), 200);
        by.at("2026-11-25T16:00:00Z");
        var late = unit.put(answer, given);
        by.at("2026-11-20T02:00:00Z");
        assertThat(late.code()).isEqualTo("stage-closed");
        assertThat(late.json().path("lastDay").asText()).isEqualTo("2026-11-25");
        assertThat(by.manager
                        .get(OWN + "/stages/" + opened.path("id").asText() + "/answers")
                        .json()
                        .at("/items/0/text")
                        .asText())
                .isEqualTo("见附件，已更新。");
        right(by.decide(by.recognition(passing), "{'decision': 'publicity'}"), 200);
        assertThat(unit.put(answer, given).code()).isEqualTo("stage-closed");
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

    @Test
    void a_scorecard_is_entered_as_a_version_with_every_mistake_told_at_once() {
        var by = new RoundSteps(tongban, 2053);
        var wrong = by.enter("""
            {'indicator': '甲', 'source': 'product.weight', 'comparator': 'at-least', 'benchmark': '1', 'hard': true,
             'reason': '甲'},
            {'indicator': '乙', 'source': 'product.sales', 'dividedBy': 'unit.colour', 'comparator': 'at-least',
             'benchmark': '1', 'hard': true, 'weight': '5', 'reason': '乙'},
            {'indicator': '丙', 'source': 'product.sales', 'comparator': 'at-least', 'benchmark': '1', 'hard': false,
             'reason': '丙'}
            """, "101");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.violations())
                .containsExactlyInAnyOrder(
                        "/criteria/0/source unknown-source",
                        "/criteria/1/dividedBy unknown-source",
                        "/criteria/1/weight hard",
                        "/criteria/2/weight required",
                        "/passMark above-limit");
        var first = by.scorecard(ONE_PUBLIC_CORE, "0");
        var second = right(by.enter(ONE_PUBLIC_CORE, "0"), 201).json();
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(by.manager.get(by.round("/scorecards")).json().path("items").findValuesAsText("version"))
                .containsExactly("2", "1");
        var other = new RoundSteps(tongban, 2055);
        assertThat(other.manager
                        .post(other.round("/recognition-runs"), Api.json("{'scorecard': '" + first + "', 'dry': true}"))
                        .violations())
                .containsExactly("/scorecard unknown-scorecard");
        assertThat(tongban.as("reviewer").get(by.round("/scorecards")).status()).isEqualTo(403);
        assertThat(by.holder.api().get(OWN + "/scorecards/" + first).status()).isEqualTo(403);
        assertThat(by.manager.get(OWN + "/scorecard-sources").text()).contains("patents.publicCore");
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
