package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.RoundSteps.right;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What a stage of a round asks of the units and takes from them (PF-50). */
@TongbanTest
@Tag("PF-50")
class StageTest {
    private final Tongban tongban;

    StageTest(Tongban tongban) {
        this.tongban = tongban;
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
}
