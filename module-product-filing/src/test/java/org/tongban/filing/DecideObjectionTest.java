package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What a decided objection does to the recognition, and what its re-examination gives back (PF-54, PF-52). */
@TongbanTest
class DecideObjectionTest {
    private final Tongban tongban;
    private final ObjectionSteps steps;

    DecideObjectionTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    /** The page of verification of the product's certificate. */
    private String verified(UUID product) {
        return tongban.anonymous()
                .unchecked()
                .with("Accept", "text/html")
                .with("Accept-Language", "zh")
                .get("/verify/"
                        + steps.certificate(product).path("certificateNumber").asText())
                .text();
    }

    private Answer listed() {
        return right(tongban.anonymous().get(OWN + "/public/recognitions?limit=1000"), 200);
    }

    /** Whether the open list says of a product's recognition that what revoked it is looked at again. */
    private boolean marked(Answer list, UUID product) {
        var number = steps.certificate(product).path("certificateNumber");
        for (var item : list.json().path("items")) {
            if (item.path("certificateNumber").equals(number)) {
                return item.path("underReexamination").asBoolean();
            }
        }
        throw new AssertionError("not listed: " + number);
    }

    @Test
    @Tag("PF-54")
    @Tag("PF-73")
    @Tag("CO-46d")
    void upheld_revokes_at_once_and_falls_when_it_is_found_wrong() {
        var product = steps.recognised("处理巡检仪辛型");
        var held = steps.held(steps.send(steps.form(product, phone())));
        right(steps.takeUp(held), 200);
        right(steps.decide(steps.officer, held.review(), "approve", "专利未用于该产品"), 200);
        assertThat(steps.publicState(product.toString())).isEqualTo("filed");
        assertThat(steps.told("filing.objection-result", "（" + held.number() + "）处理结果：异议成立：专利未用于该产品。"))
                .contains("SMS", "EMAIL")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(steps.told("filing.recognition-revoked", "“处理巡检仪辛型”的认定已撤销：专利未用于该产品"))
                .isNotEmpty();
        var revoked = listed();
        assertThat(marked(revoked, product)).isFalse();
        var number = steps.unit.get(held.path()).json().path("outcomeCase").asText();
        assertThat(number).startsWith("YC2026-");

        var asked = right(
                        steps.unit.post(
                                PLATFORM + "/me/re-examinations",
                                Api.json("{'caseNumber': '%s', 'reason': '专利确实用于该产品，附有检测报告。'}".formatted(number))),
                        201)
                .json();
        var again = ObjectionSteps.review(steps.officer, asked.path("number").asText());
        assertThat(steps.certificate(product).path("state").asText()).isEqualTo("revoked");
        assertThat(steps.certificate(product).path("underReexamination").asBoolean())
                .isTrue();
        assertThat(verified(product)).contains("此文件已撤销", "撤销决定正在复核");
        var lookedAt = listed();
        assertThat(marked(lookedAt, product)).isTrue();
        assertThat(lookedAt.etag()).isNotEqualTo(revoked.etag());
        assertThat(steps.officer.post(again + "/claim").code()).isEqualTo("decided-before");
        var other = steps.officer(null);
        right(other.post(again + "/claim"), 200);
        right(steps.decide(other, again, "approve", "检测报告证实专利在用"), 200);

        assertThat(steps.publicState(product.toString())).isEqualTo("recognised");
        assertThat(steps.certificate(product).path("state").asText()).isEqualTo("recognised");
        assertThat(verified(product)).contains("此文件有效").doesNotContain("复核");
        assertThat(marked(listed(), product)).isFalse();
        var shown = steps.progress(held.number(), held.code()).json();
        assertThat(shown.path("state").asText()).isEqualTo("not-upheld");
        assertThat(steps.told("filing.objection-result", "处理结果：异议不成立：检测报告证实专利在用"))
                .contains("SMS", "EMAIL");
    }

    @Test
    @Tag("PF-54")
    @Tag("CO-46d")
    void what_another_objection_has_upheld_stays_revoked() {
        var product = steps.recognised("处理巡检仪壬型");
        var first = steps.held(steps.send(steps.form(product, phone())));
        var second = steps.held(steps.send(steps.form(product, phone())));
        for (var held : List.of(first, second)) {
            right(steps.takeUp(held), 200);
            right(steps.decide(steps.officer, held.review(), "approve", "专利未用于该产品"), 200);
        }
        var asked = right(
                        steps.unit.post(
                                PLATFORM + "/me/re-examinations",
                                ((ObjectNode) Api.json("{'reason': '专利确实用于该产品，附有检测报告。'}"))
                                        .put(
                                                "caseNumber",
                                                steps.unit
                                                        .get(first.path())
                                                        .json()
                                                        .path("outcomeCase")
                                                        .asText())),
                        201)
                .json();
        var other = steps.officer(null);
        var again = steps.claimed(other, asked.path("number").asText());
        right(steps.decide(other, again, "approve", "第一件异议不成立"), 200);
        assertThat(steps.publicState(product.toString())).isEqualTo("filed");
        assertThat(steps.unit.get(second.path()).json().path("outcomeCase").asText())
                .startsWith("YC2026-");
    }

    @Test
    @Tag("PF-52")
    void an_open_objection_holds_the_product_in_publicity_and_its_end_recognises_it() {
        var product = steps.inPublicity("处理巡检仪癸型");
        var held = steps.held(steps.send(steps.form(product, phone())));
        steps.rounds.daily(ObjectionSteps.PUBLICITY_OVER);
        assertThat(steps.publicState(product.toString())).isEqualTo("in-publicity");
        right(steps.takeUp(held), 200);
        right(steps.decide(steps.officer, held.review(), "reject", "单位说明成立"), 200);
        assertThat(steps.publicState(product.toString())).isEqualTo("recognised");
    }
}
