package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.PatentSteps.number;
import static org.tongban.filing.PatentSteps.row;
import static org.tongban.filing.RoundSteps.right;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.message.MessageTemplate;
import org.tongban.filing.PatentSteps.Holder;
import org.tongban.testkit.Api;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.Tongban;

/**
 * The programme through its years, by the business clock, on a platform of its own: a unit with four products, from its
 * verification to the last of its messages. No task runs but those that the test runs on their day.
 */
@Tag("PF-40")
@Tag("PF-50")
@Tag("PF-52")
@Tag("PF-80")
@Tag("PF-81")
@Tag("PF-82")
class YearTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedProcess servers;
    private static Tongban tongban;

    private final PatentSteps patents = new PatentSteps(tongban);
    private final ObjectionSteps objections = new ObjectionSteps(tongban);
    private RoundSteps by;
    private UpdateSteps updates;

    @BeforeAll
    static void start(@TempDir Path data) {
        servers = EmbeddedProcess.start(data);
        tongban = Tongban.start(servers, data, Map.of("platform.tasks.daily-check", "1h"));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
        servers.close();
    }

    private record Products(String kept, String hidden, String poor, String left) {}

    private void at(String day) {
        tongban.clock().moveTo(Instant.parse(day + "T02:00:00Z"));
    }

    private boolean isTold(String text) {
        return UnitSteps.inbox(by.holder.api()).contains(text);
    }

    private void awaitTold(String... texts) {
        for (var text : texts) {
            await().atMost(PATIENCE).until(() -> isTold(text));
        }
    }

    @Test
    void a_unit_goes_through_the_years_and_is_told_of_each_step() {
        var patentInDanger = number();
        verify();
        var products = file(patentInDanger);
        update(products);
        select(products);
        reexamine(products);
        object(products);
        crossYears(products);
        lapse(products, patentInDanger);
        renewAndExpire(products);

        assertThat(tongban.outbox().findValuesAsText("template"))
                .containsAll(new ProductFilingModule()
                        .messages().stream().map(MessageTemplate::id).toList());
    }

    private void verify() {
        at("2025-06-10");
        var units = new UnitSteps(tongban);
        var code = UnitSteps.uscc();
        var member = units.newcomer();
        var id = units.pending(member.api(), code, false);
        units.decide(id, "{'decision': 'return', 'reason': '证照不清晰'}");
        assertThat(UnitSteps.submit(member.api(), false).status()).isEqualTo(200);
        units.approve(id);
        UnitSteps.awaitRefused(member.api());
        var unit = units.again(member);
        // Another account wants the same code; the unit is told, and a reviewer returns it.
        var stranger = units.newcomer();
        units.decide(units.pending(stranger.api(), code, true), "{'decision': 'return', 'reason': '未提供授权'}");
        var holder = new Holder(
                UnitSteps.nameOf(code), new UnitSteps.Member(member.id(), member.login(), member.phone(), unit));
        var shown = number();
        var hidden = number();
        patents.inRegistry(row(shown, "一种年度仪器", holder.name()), row(hidden, "一种年度支架", holder.name()));
        patents.imported(unit);
        var filing = new FilingSteps(tongban, unit, shown, hidden);
        by = new RoundSteps(tongban, 2026, holder, filing);
        updates = new UpdateSteps(tongban, filing);
        assertThat(isTold("您提交的单位实名认证信息已审核通过")).isTrue();
        assertThat(isTold("您提交的单位实名认证信息未通过审核：证照不清晰。请修改后重新提交。")).isTrue();
    }

    private Products file(String patentInDanger) {
        patents.inRegistry(row(patentInDanger, "一种年度探头", by.holder.name()));
        patents.imported(by.holder.api());
        var filing = by.filing;
        var allPublic = filing.patents();
        allPublic.path("patents").forEach(link -> ((ObjectNode) link).put("publicAtFiling", true));
        var one = (ObjectNode) Api.json("{'patents': []}");
        FilingSteps.link(one, filing.patent(patentInDanger), true);
        var kept = filing.draft();
        save(kept, "年度巡检仪甲型", allPublic);
        right(filing.submit(kept), 200);
        right(filing.decide(kept, "{'decision': 'return', 'reason': '简介过于简略'}"), 200);
        right(filing.submit(kept), 200);
        right(filing.decide(kept, "{'decision': 'approve'}"), 200);
        awaitTold("您的产品“年度巡检仪甲型”未通过备案审核：简介过于简略。请修改后重新提交。");
        return new Products(
                kept, filed("年度巡检仪乙型", filing.patents()), filed("年度巡检仪丙型", allPublic), filed("年度巡检仪丁型", one));
    }

    private void save(String id, String name, ObjectNode links) {
        by.filing.save(id, "product", by.filing.product(name));
        by.filing.save(id, "patents", links);
        by.filing.save(id, "evidence", by.filing.evidence());
    }

    private String filed(String name, ObjectNode links) {
        var id = by.filing.draft();
        save(id, name, links);
        right(by.filing.submit(id), 200);
        right(by.filing.decide(id, "{'decision': 'approve'}"), 200);
        return id;
    }

    private void figures(int year) {
        var document = Api.json("""
            {'totalCost': '8100', 'ipInvestment': '1250', 'netProfit': '310', 'productSales': '12500',
             'fixedAssets': '5000', 'outputValue': '13500', 'sellingExpenses': '610',
             'administrativeExpenses': '720', 'financialExpenses': '-18', 'patentAssets': '320',
             'totalAssets': '21000', 'employees': 171}
            """);
        right(by.holder.api().with("If-Match", "*").put(OWN + "/assets/" + year, document), 200);
    }

    /** One is in time, one is returned and comes in its grace, one is missed and opened again, one is missed for good. */
    private void update(Products products) {
        updates.run("2026-01-01T02:00:00Z");
        awaitTold("产品备案信息更新已开放，请于2026年3月31日24时前完成4个产品的更新。");
        figures(2025);
        at("2026-01-15");
        var kept = updates.update(products.kept());
        updates.submitted(kept);
        right(by.filing.decide(kept, "{'decision': 'approve'}"), 200);
        updates.run("2026-03-17T02:00:00Z");
        updates.run("2026-03-28T02:00:00Z");
        awaitTold("距产品备案信息更新截止还有14天，尚有3个产品未更新。", "距产品备案信息更新截止还有3天，尚有3个产品未更新。");
        at("2026-03-30");
        var hidden = updates.update(products.hidden());
        updates.submitted(hidden);
        at("2026-03-31");
        right(by.filing.decide(hidden, "{'decision': 'return', 'reason': '数据与报表不符'}"), 200);
        updates.run("2026-04-01T02:00:00Z");
        // Ten working days from 31 March 2026, over the holiday of Qingming.
        awaitTold(
                "您的产品“年度巡检仪乙型”备案信息更新未通过：数据与报表不符。请于2026年4月15日24时前修改后重新提交。",
                "您的产品“年度巡检仪丙型”未按期更新，不参与2026年度认定。",
                "您的产品“年度巡检仪丁型”未按期更新，不参与2026年度认定。");
        at("2026-04-15");
        right(updates.submit(hidden), 200);
        right(by.filing.decide(hidden, "{'decision': 'approve'}"), 200);
        var poor = updates.update(products.poor());
        assertThat(updates.submit(poor).code()).isEqualTo("update-window-closed");
        right(
                by.manager.post(
                        UpdateSteps.path(poor) + "/reopening", Api.json("{'reason': '系统故障', 'until': '2026-04-30'}")),
                200);
        right(updates.save(poor, updates.unchanged().put("grossMargin", "5")), 200);
        right(updates.submit(poor), 200);
        right(by.filing.decide(poor, "{'decision': 'approve'}"), 200);
        awaitTold("您的产品“年度巡检仪丙型”备案信息更新已通过。");
    }

    /** Dry, then real; the holidays of October lie in the period of publicity. */
    private void select(Products products) {
        at("2026-09-24");
        by.intake();
        assertThat(by.recognition(products.left())).isEmpty();
        var scorecard = by.scorecard(RoundSteps.ONE_PUBLIC_CORE + """
            , {'indicator': '毛利润率', 'source': 'product.grossMargin', 'comparator': 'at-least', 'benchmark': '10',
               'hard': true, 'reason': '毛利润率低于基准'}
            """, "0");
        var dry = by.run(scorecard, true);
        assertThat(List.of(
                        dry.path("measured").asInt(),
                        dry.path("met").asInt(),
                        dry.path("hidden").asInt()))
                .containsExactly(3, 2, 1);
        var real = by.run(scorecard, false);
        var stage = (ObjectNode) Api.json("{'title': '检测报告', 'request': '请提交检测报告。', 'dueOn': '2026-09-24'}");
        by.done(right(
                        by.manager.post(
                                by.round("/stages"),
                                stage.put("run", real.path("id").asText())),
                        201)
                .json()
                .path("job")
                .asText());
        awaitTold("您的产品“年度巡检仪甲型”已通过年度认定评价，请于2026年9月24日24时前登录补充信息：检测报告。");
        by.decidedByRun(real);
        assertThat(by.shown(by.recognition(products.kept()))
                        .json()
                        .path("publicityEndsOn")
                        .asText())
                .isEqualTo("2026-10-15");
        assertThat(by.state(by.recognition(products.poor()))).isEqualTo("not-met");
        var held = by.recognition(products.hidden());
        assertThat(by.state(held)).isEqualTo("held");
        at("2026-09-28");
        right(by.holder.api().post(OWN + "/recognitions/" + held + "/patents-publication"), 200);
        right(by.decide(held, "{'decision': 'publicity'}"), 200);
        awaitTold("您的产品“年度巡检仪乙型”已进入公示阶段，公示至2026年10月16日。");
    }

    /** One objection is open at the end of the period and then not upheld; one is upheld after the recognition. */
    private void object(Products products) {
        at("2026-10-10");
        var receipt = objections
                .received(UUID.fromString(products.kept()))
                .path("receiptNumber")
                .asText();
        var officer = objections.officer;
        var review = objections.claimed(officer, receipt);
        var path = ObjectionSteps.objection(officer, review);
        right(officer.post(path + "/handling/taking-up"), 200);
        right(officer.post(path + "/handling/statement-request", ObjectionSteps.request("有人反映专利未用于产品。")), 200);
        awaitTold("产品“年度巡检仪甲型”收到异议，请于2026年10月16日24时前登录提交说明。");
        right(by.holder.api().post(path + "/statement", Api.json("{'statement': '各型号均使用所列专利，详见检测报告。'}")), 201);
        var kept = by.recognition(products.kept());
        var hidden = by.recognition(products.hidden());
        by.daily("2026-10-15T16:10:00Z");
        assertThat(by.state(kept)).isEqualTo("in-publicity");
        by.daily("2026-10-16T16:10:00Z");
        assertThat(by.state(hidden)).isEqualTo("recognised");
        assertThat(by.state(kept)).isEqualTo("in-publicity");
        at("2026-10-20");
        right(objections.decide(officer, review, "reject", "检测报告证明属实"), 200);
        assertThat(by.state(kept)).isEqualTo("recognised");
        awaitTold("您的产品“年度巡检仪甲型”已认定为专利密集型产品，有效期至2027年10月19日，请登录下载证书和标识。");
        at("2026-10-21");
        objections.upheld(UUID.fromString(products.hidden()));
        assertThat(by.state(hidden)).isEqualTo("revoked");
    }

    /** What was not met is looked at again by another officer, and may come into publicity after all. */
    private void reexamine(Products products) {
        var poor = by.recognition(products.poor());
        var other = tongban.as("filing-manager-2");
        var review = by.lookedAtAgain(poor, other);
        right(other.post(review + "/claim"), 200);
        right(other.post(review + "/decision", Api.json("{'decision': 'approve', 'reason': '口径有误'}")), 200);
        assertThat(by.state(poor)).isEqualTo("candidate");
    }

    /** A publicity that crosses into a year whose holidays arrive late. */
    private void crossYears(Products products) {
        var poor = by.recognition(products.poor());
        at("2026-12-18");
        right(by.decide(poor, "{'decision': 'publicity'}"), 200);
        awaitTold("您的产品“年度巡检仪丙型”已进入公示阶段，公示至2027年1月4日（暂定）。");
        by.daily("2027-01-06T16:10:00Z");
        assertThat(by.state(poor)).isEqualTo("in-publicity");
        right(tongban.as("admin").put(PLATFORM + "/calendar/2027", Api.json("""
            {'days': [{'name': '元旦', 'date': '2027-01-01', 'free': true},
             {'name': '调休', 'date': '2027-01-04', 'free': true},
             {'name': '劳动节', 'date': '2027-05-01', 'free': true},
             {'name': '国庆节', 'date': '2027-10-01', 'free': true}]}
            """)), 200);
        assertThat(by.shown(poor).json().path("publicityEndsOn").asText()).isEqualTo("2027-01-05");
        by.daily("2027-01-06T16:20:00Z");
        assertThat(by.state(poor)).isEqualTo("recognised");
    }

    private void lapse(Products products, String patent) {
        var path = OWN + "/products/" + products.left();
        right(by.holder.api().post(path + "/revocation", Api.json("{'reason': 'left-market'}")), 201);
        var asked = updates.mine(
                by.holder.api().get(path + "/revocation").json().path("id").asText());
        var subject = by.holder.api().get(asked).json().path("subject").asText();
        right(by.filing.decide(subject, "{'decision': 'reject', 'reason': '仍在销售'}"), 200);
        patents.inRegistry(row(patent, "一种年度探头", by.holder.name(), "lapsed", "2027-01-07"));
        by.task("keep-patents-current", "2027-01-08T02:00:00Z");
        by.task("watch-lapses", "2027-01-08T03:00:00Z");
        awaitTold("您的产品“年度巡检仪丁型”的撤销备案申请未通过：仍在销售。", "产品“年度巡检仪丁型”所关联的专利已全部失效或转让，请登录确认撤销备案。");
        right(by.holder.api().post(path + "/revocation/confirmation"), 200);
        awaitTold("您的产品“年度巡检仪丁型”已撤销备案。");
    }

    /** The next round renews one recognition; another comes to its end. */
    private void renewAndExpire(Products products) {
        updates.run("2027-01-10T02:00:00Z");
        figures(2026);
        var update = "";
        for (var due :
                by.holder.api().get(OWN + "/updates?state=due&limit=100").json().path("items")) {
            update = due.path("product").asText().equals(products.kept())
                    ? due.path("id").asText()
                    : update;
        }
        updates.submitted(update);
        right(by.filing.decide(update, "{'decision': 'approve'}"), 200);
        by.daily("2027-08-20T02:00:00Z");
        awaitTold("您的产品“年度巡检仪甲型”的认定将于2027年10月19日到期。");
        at("2027-09-17");
        var former = by.recognition(products.kept());
        var next = by.next(2027);
        var renewed = next.inPublicity(products.kept());
        by.daily("2027-10-06T16:10:00Z");
        assertThat(next.state(renewed)).isEqualTo("recognised");
        assertThat(next.state(former)).isEqualTo("superseded");
        by.daily("2028-01-07T16:10:00Z");
        assertThat(by.state(by.recognition(products.poor()))).isEqualTo("expired");
        awaitTold("您的产品“年度巡检仪丙型”的认定已于2028年1月6日到期。");
    }
}
