package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Browser;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Staff keep a round in the console from its dates to its decisions, without a page of the module's (CO-47b, PF-50). */
@TongbanTest
@Tag("PF-50")
@Tag("CO-47b")
class ConsoleRoundsTest {
    private static final String SECTIONS = "/console/sections/product-filing.";

    private final Tongban tongban;

    ConsoleRoundsTest(Tongban tongban) {
        this.tongban = tongban;
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private static String shown(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text();
    }

    private static String led(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        return answer.header("Location").split("\\?", 2)[0];
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static String match(String form) {
        return form.split("name=\"if-match\" value=\"", 2)[1].split("\"", 2)[0].replace("&quot;", "\"");
    }

    private static Map<String, String> criterion() {
        return Map.of(
                "/title", "控制台评价表",
                "/passMark", "0",
                "/criteria/0/indicator", "公开的核心专利",
                "/criteria/0/source", "patents.publicCore",
                "/criteria/0/comparator", "at-least",
                "/criteria/0/benchmark", "1",
                "/criteria/0/hard", "true",
                "/criteria/0/reason", "没有公开的有效核心专利");
    }

    @Test
    void a_round_is_kept_from_its_dates_to_its_decisions() {
        var by = new RoundSteps(tongban, 2047);
        var met = by.open("工作台巡检仪甲型");
        var browser = Browser.of(tongban, "filing-manager");
        var round = SECTIONS + "rounds/2047";

        led(browser.post(round + "/takeProducts", Map.of()));
        by.candidate(met);
        assertThat(shown(browser.get(round))).contains("工作台巡检仪甲型", "候选", "纳入产品", "测算", "录入评价表");

        assertThat(shown(browser.get(round + "/enterScorecard"))).contains("数据项", "不低于");
        var scorecard = led(browser.post(round + "/enterScorecard", criterion()));
        assertThat(shown(browser.get(scorecard))).contains("控制台评价表", "不低于", "没有公开的有效核心专利");

        assertThat(shown(browser.get(round + "/startRun"))).contains("1 控制台评价表", id(scorecard));
        var run = led(browser.post(round + "/startRun", Map.of("/scorecard", id(scorecard), "/dry", "false")));
        by.finished(id(run));
        assertThat(shown(browser.get(run))).contains("工作台巡检仪甲型", "按结果决定");
        assertThat(shown(browser.get(run + "?met=false"))).doesNotContain("工作台巡检仪甲型");
        var dry = led(browser.post(round + "/startRun", Map.of("/scorecard", id(scorecard), "/dry", "true")));
        assertThat(shown(browser.get(round + "/openStage"))).contains(id(run)).doesNotContain(id(dry));
        assertThat(shown(browser.get(dry))).doesNotContain("decideByRun");
        var again = led(browser.post(round + "/startRun", Map.of("/scorecard", id(scorecard), "/dry", "false")));
        by.finished(id(again));
        assertThat(shown(browser.get(run))).doesNotContain("decideByRun");
        assertThat(shown(browser.get(SECTIONS + "recognitions/" + by.recognition(met))))
                .contains("最近一次测算的指标", "公开的核心专利", "不低于", "各次测算", "2026年11月20日");
        by.done(id(led(browser.post(again + "/decideByRun", Map.of()))));
        assertThat(by.state(by.recognition(met))).isEqualTo("in-publicity");
        assertThat(shown(browser.get(SECTIONS + "recognitions/" + by.recognition(met))))
                .contains("工作台巡检仪甲型", "公示中")
                .doesNotContain("decideRecognition");
    }

    @Test
    void one_is_decided_alone_and_a_refusal_needs_its_reason() {
        var by = new RoundSteps(tongban, 2048);
        var page = SECTIONS + "recognitions/" + by.candidate(by.open("工作台巡检仪乙型"));
        var browser = Browser.of(tongban, "filing-manager");
        assertThat(shown(browser.get(page + "/decideRecognition"))).contains("工作台巡检仪乙型", "进入公示");
        var refused = browser.post(page + "/decideRecognition", Map.of("/decision", "not-met"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("请写明理由。", "href=\"#f-reason\"");
        led(browser.post(page + "/decideRecognition", Map.of("/decision", "not-met", "/reason", "毛利润率偏低。")));
        assertThat(shown(browser.get(page))).contains("未达标", "毛利润率偏低。");
    }

    @Test
    @Tag("PF-40")
    void its_dates_are_changed_by_one_at_a_time() {
        var browser = Browser.of(tongban, "filing-manager");
        var page = SECTIONS + "rounds/" + RoundSteps.begun(tongban, 2049) + "/editRound";
        var form = shown(browser.get(page));
        assertThat(form).contains("value=\"2049-01-01\"", "value=\"2048\"");
        var dates = new HashMap<>(Map.of(
                "/opensOn", "2049-02-01",
                "/closesOn", "2049-01-31",
                "/filingDeadline", "2049-08-31",
                "/dataYear", "2048",
                "if-match", match(form)));
        var wrong = browser.post(page, dates);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("截止日不得早于开放日。", "value=\"2049-02-01\"");
        dates.put("/closesOn", "2049-03-31");
        assertThat(led(browser.post(page, dates))).isEqualTo(SECTIONS + "rounds/2049");
        var again = browser.post(page, dates);
        assertThat(again.status()).isEqualTo(412);
        assertThat(shown(browser.get(SECTIONS + "rounds"))).contains("2049", "2049年2月1日");
    }

    @Test
    void one_more_criterion_is_asked_for_without_losing_the_first() {
        var browser = Browser.of(tongban, "filing-manager");
        var page = SECTIONS + "rounds/2046/enterScorecard";
        browser.get(page);
        var fields = new HashMap<>(criterion());
        fields.put("add", "/criteria");
        var more = shown(browser.post(page, fields));
        assertThat(more).contains("value=\"没有公开的有效核心专利\"", "name=\"/criteria/1/indicator\"");
        assertThat(shown(browser.get(SECTIONS + "rounds/2046"))).doesNotContain("控制台评价表");
    }

    @Test
    @Tag("CO-46")
    void rounds_are_not_there_for_other_staff() {
        var reviewer = Browser.of(tongban, "objection-officer");
        for (var path : new String[] {"rounds", "rounds/2047", "rounds/2047/editRound"}) {
            assertThat(reviewer.get(SECTIONS + path).status()).as(path).isEqualTo(404);
        }
        assertThat(reviewer.post(SECTIONS + "rounds/2047/takeProducts", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(shown(reviewer.get("/console/reviews"))).doesNotContain("product-filing.rounds");
    }

    @Test
    @Tag("CO-28")
    void staff_of_a_province_read_the_dates_of_a_round_and_nothing_else_of_it() {
        var browser = Browser.of(tongban, ObjectionSteps.loginOf(tongban, "filing-manager", "110000"));
        assertThat(shown(browser.get(SECTIONS + "rounds/2049")))
                .contains("更新截止日")
                .doesNotContain("录入时间", "公示截止");
        var form = shown(browser.get(SECTIONS + "rounds/2049/editRound"));
        var dates = Map.of(
                "/opensOn", "2049-02-01",
                "/closesOn", "2049-03-31",
                "/filingDeadline", "2049-08-31",
                "/dataYear", "2048",
                "if-match", match(form));
        assertThat(browser.post(SECTIONS + "rounds/2049/editRound", dates).status())
                .isEqualTo(404);
        assertThat(browser.post(SECTIONS + "rounds/2049/takeProducts", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("PF-61")
    void an_objection_is_handled_from_its_case() {
        var steps = new ObjectionSteps(tongban);
        var held = steps.held("工作台巡检仪丙型");
        var browser = steps.officersBrowser();
        var review = "/console/reviews/" + id(held.review());
        var page = SECTIONS + "objections/" + id(held.path());
        assertThat(shown(browser.get(review))).contains("href=\"" + page + "\"");
        assertThat(shown(browser.get(page))).contains("工作台巡检仪丙型", "受理").doesNotContain(ObjectionSteps.ID_NUMBER);
        led(browser.post(page + "/takeUpObjection", Map.of()));
        assertThat(shown(browser.get(page + "/askStatement"))).contains("交单位的文字");
        led(browser.post(page + "/askStatement", Map.of("/text", ObjectionSteps.TEXT)));
        assertThat(shown(browser.get(page))).contains(ObjectionSteps.TEXT, "延长说明期限");
        led(browser.post(page + "/extendStatement", Map.of()));
        var twice = browser.post(page + "/extendStatement", Map.of());
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("error-summary", "工作台巡检仪丙型");
    }
}
