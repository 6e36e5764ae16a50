package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.RoundSteps.right;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What staff know of one candidate when they decide on it, and what they cannot decide (PF-50). */
@TongbanTest
@Tag("PF-50")
class OneCandidateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Tongban tongban;

    OneCandidateTest(Tongban tongban) {
        this.tongban = tongban;
    }

    private void lapse(String product) {
        Rows.change(tongban, """
            update product_filing.patent set legal_status = 'LAPSED'
             where id in (
                   select cast(link ->> 'patentId' as uuid)
                     from product_filing.product f, jsonb_array_elements(f.patents -> 'patents') as link
                    where f.id = ?)
            """, UUID.fromString(product));
    }

    @Test
    void who_decides_reads_how_it_was_measured() {
        var by = new RoundSteps(tongban, 2071);
        var recognition = OWN + "/recognitions/" + by.candidate(by.open("单项巡检仪甲型"));
        assertThat(by.manager.get(recognition + "/measures").json().path("items"))
                .isEmpty();
        assertThat(by.manager.get(recognition + "/criteria").json()).isEmpty();
        by.run(by.scorecard(RoundSteps.ONE_PUBLIC_CORE, "0"), true);
        var first = by.run(by.scorecard(RoundSteps.ONE_PUBLIC_CORE, "0"), false);
        var last = by.run(
                by.scorecard(RoundSteps.ONE_PUBLIC_CORE.replace("'benchmark': '1'", "'benchmark': '9'"), "0"), false);

        var measures =
                right(by.manager.get(recognition + "/measures"), 200).json().path("items");
        assertThat(measures.findValuesAsText("run"))
                .containsExactly(last.path("id").asText(), first.path("id").asText());
        assertThat(measures.findValuesAsText("met")).containsExactly("false", "true");
        assertThat(measures.path(0).path("reasons").path(0).asText()).isEqualTo("没有公开的有效核心专利");
        var page = right(by.manager.get(recognition + "/measures?limit=1"), 200).json();
        var rest = by.manager.get(recognition + "/measures?limit=1&cursor="
                + page.path("nextCursor").asText());
        assertThat(right(rest, 200).json().path("items").findValuesAsText("run"))
                .containsExactly(first.path("id").asText());
        var criteria = right(by.manager.get(recognition + "/criteria"), 200).json();
        assertThat(criteria.findValuesAsText("benchmark")).containsExactly("9");
        assertThat(criteria.findValuesAsText("met")).containsExactly("false");
        assertThat(by.holder.api().get(recognition + "/criteria").status()).isEqualTo(403);
        assertThat(last.path("decisive").asBoolean()).isTrue();
        assertThat(by.manager
                        .get(by.round("/recognition-runs"))
                        .json()
                        .path("items")
                        .findValuesAsText("decisive"))
                .isEqualTo(List.of("true", "false", "false"));
    }

    @Test
    @Tag("PF-80")
    @Tag("PF-82")
    void one_whose_revocation_is_in_review_waits_for_its_decision() {
        var by = new RoundSteps(tongban, 2075);
        var product = by.open("单项巡检仪丙型");
        var recognition = by.candidate(product);
        var run = by.run(by.scorecard(RoundSteps.ONE_PUBLIC_CORE, "0"), false);
        assertThat(run.path("met").asInt()).isEqualTo(1);
        var asked = right(
                by.holder
                        .api()
                        .post(OWN + "/products/" + product + "/revocation", Api.json("{'reason': 'left-market'}")),
                201);

        var refused = by.decide(recognition, "{'decision': 'publicity'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("revocation-in-review");
        assertThat(refused.json().path("from").asText()).isEqualTo("revocation-in-review");
        var job = FilingSteps.PLATFORM + "/jobs/"
                + right(by.decideByRun(run.path("id").asText()), 202)
                        .json()
                        .path("id")
                        .asText();
        await().atMost(PATIENCE)
                .until(() -> by.manager.get(job).json().path("state").asText().equals("done"));
        assertThat(by.manager.get(job + "/rejections").text()).contains("revocation-in-review");
        assertThat(by.state(recognition)).isEqualTo("candidate");

        right(by.filing.decide(asked.json().path("id").asText(), "{'decision': 'reject', 'reason': '产品仍在销售'}"), 200);
        right(by.decide(recognition, "{'decision': 'publicity'}"), 200);
    }

    @Test
    @Tag("PF-35")
    void one_whose_patents_have_all_lapsed_comes_into_no_publicity() {
        var by = new RoundSteps(tongban, 2073);
        var one = by.open("单项巡检仪乙型");
        var recognition = by.candidate(one);
        var run = by.run(by.scorecard("""
            {'indicator': '毛利润率', 'source': 'product.grossMargin', 'comparator': 'at-least', 'benchmark': '1',
             'hard': true, 'reason': '毛利润率低于基准'}
            """, "0"), false);
        assertThat(run.path("met").asInt()).isEqualTo(1);
        lapse(one);

        assertThat(by.decide(recognition, "{'decision': 'publicity'}").code()).isEqualTo("patents-lapsed");
        by.decidedByRun(run);

        assertThat(by.state(recognition)).isEqualTo("not-met");
        assertThat(by.shown(recognition).json().path("reason").asText()).isEqualTo("关联专利已全部失效或转让");
    }
}
