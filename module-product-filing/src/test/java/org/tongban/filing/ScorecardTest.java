package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.RoundSteps.ONE_PUBLIC_CORE;
import static org.tongban.filing.RoundSteps.right;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** How the scorecards of a round are entered (PF-50). */
@TongbanTest
@Tag("PF-50")
class ScorecardTest {
    private final Tongban tongban;

    ScorecardTest(Tongban tongban) {
        this.tongban = tongban;
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
}
