package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** When objections to a product begin and end (PF-51, PF-53, PF-60). */
@TongbanTest
@Tag("PF-60")
class ObjectionTimesTest {
    private final Tongban tongban;
    private final ObjectionSteps steps;

    ObjectionTimesTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    @Test
    @Tag("PF-54")
    void what_is_held_beyond_the_end_is_revoked_by_the_objection_that_holds_it() {
        var product = steps.inPublicity("异议巡检仪子型");
        var held = steps.held(steps.send(steps.form(product, phone())));
        steps.rounds.daily(ObjectionSteps.PUBLICITY_OVER);
        right(steps.takeUp(held), 200);
        right(steps.decide(steps.officer, held.review(), "approve", "专利未用于该产品"), 200);
        assertThat(steps.publicState(product.toString())).isEqualTo("filed");
        steps.rounds.daily("2026-12-07T16:00:00Z");
        assertThat(steps.publicState(product.toString())).isEqualTo("filed");
    }

    @Test
    @Tag("PF-51")
    void publicity_and_objections_begin_at_the_midnight_after_the_decision() {
        var product = steps.filed("异议巡检仪丑型");
        steps.rounds.inPublicity(product.toString());

        var page = tongban.anonymous().get(PLATFORM + "/public/products/" + product);
        assertThat(page.json().path("state").asText()).isEqualTo("filed");
        assertThat(page.text()).contains("即将公示", "2026年11月21日").doesNotContain("正在公示", "剩余时间");
        tongban.clock().moveTo(Instant.parse("2026-11-20T15:59:50Z"));
        var early = steps.send(steps.form(product, phone()));
        assertThat(early.code()).isEqualTo("not-open-to-objections");
        assertThat(early.text()).contains("公示自2026年11月21日 0:00 开始");
        tongban.clock().moveTo(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(steps.publicState(product.toString())).isEqualTo("in-publicity");
        right(steps.send(steps.form(product, phone())), 201);
    }

    @Test
    @Tag("PF-53")
    @Tag("PF-70")
    @Tag("PF-73")
    void a_recognition_is_over_at_midnight_for_objections_searches_and_the_open_list() {
        var product = steps.recognised("异议巡检仪寅型");
        var anyone = tongban.anonymous();
        var search = PLATFORM + "/public/products?limit=100&state=recognised";
        var list = OWN + "/public/recognitions";
        tongban.clock().moveTo(Instant.parse("2027-12-04T15:59:50Z"));
        var form = steps.form(product, phone());
        assertThat(anyone.get(search).text()).contains(product.toString());
        var before = anyone.get(list + "?limit=1000");
        var file = anyone.get(list + ".csv");
        assertThat(before.text()).contains("异议巡检仪寅型");
        assertThat(file.text()).contains("异议巡检仪寅型");

        tongban.clock().moveTo(Instant.parse("2027-12-04T16:00:00Z"));

        assertThat(steps.send(form).code()).isEqualTo("not-open-to-objections");
        assertThat(anyone.get(search).text()).doesNotContain(product.toString());
        assertThat(steps.publicState(product.toString())).isEqualTo("filed");
        assertThat(steps.certificate(product).path("state").asText()).isEqualTo("expired");
        var after = anyone.with("If-None-Match", before.etag()).get(list + "?limit=1000");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).doesNotContain("异议巡检仪寅型");
        assertThat(anyone.with("If-None-Match", file.etag()).get(list + ".csv").text())
                .isNotEmpty()
                .doesNotContain("异议巡检仪寅型");
    }
}
