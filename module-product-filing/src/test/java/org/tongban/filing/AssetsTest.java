package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A unit's figures of the year before (PF-10). */
@TongbanTest
@Tag("PF-10")
class AssetsTest {
    private static final String ASSETS = FilingSteps.OWN + "/assets";
    private static final String YEAR = ASSETS + "/2025";

    private final Tongban tongban;
    private final PatentSteps steps;

    AssetsTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new PatentSteps(tongban);
    }

    private static ObjectNode figures() {
        return (ObjectNode) Api.json("""
            {'totalCost': '86000', 'ipInvestment': '2150.75', 'netProfit': '-320.5', 'productSales': '104000',
             'fixedAssets': '31000', 'outputValue': '110000', 'sellingExpenses': '5200',
             'administrativeExpenses': '4100', 'financialExpenses': '-12.3', 'patentAssets': '1800',
             'totalAssets': '152000', 'employees': 430}
            """);
    }

    private static Answer put(Api unit, String path, JsonNode document) {
        return unit.with("If-Match", unit.get(path).etag()).put(path, document);
    }

    private static void save(Api unit, JsonNode document) {
        var saved = put(unit, YEAR, document);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    }

    private static Iterable<String> hints(Answer answer) {
        return StreamSupport.stream(answer.json().path("hints").spliterator(), false)
                .map(hint ->
                        hint.path("pointer").asText() + " " + hint.path("code").asText())
                .toList();
    }

    @Test
    void the_year_before_is_entered_and_read_again() {
        var unit = steps.holder().api();
        var empty = unit.get(YEAR).json();
        assertThat(empty.path("document")).isEmpty();
        assertThat(unit.get(ASSETS).json().path("dataYear").asInt()).isEqualTo(2025);
        assertThat(unit.get(ASSETS + "/2024").status()).isEqualTo(404);

        save(unit, figures());
        var shown = unit.get(YEAR).json();
        assertThat(shown.path("document").path("ipInvestment").asText()).isEqualTo("2150.75");
        assertThat(shown.path("document").path("netProfit").asText()).isEqualTo("-320.5");
        assertThat(shown.path("document").path("employees").asInt()).isEqualTo(430);
        assertThat(shown.path("locked").asBoolean()).isFalse();
        assertThat(unit.get(ASSETS).json().at("/items/0/year").asInt()).isEqualTo(2025);
    }

    @Test
    void what_is_wrong_is_answered_at_once_and_nothing_is_saved() {
        var unit = steps.holder().api();
        var wrong = figures()
                .put("ipInvestment", "86000.01")
                .put("fixedAssets", "152001")
                .put("patentAssets", "152000.000001")
                .put("sellingExpenses", "-1");
        wrong.remove("employees");
        assertThat(put(unit, YEAR, wrong).violations())
                .containsExactlyInAnyOrder(
                        "/ipInvestment above-limit",
                        "/fixedAssets above-limit",
                        "/patentAssets above-limit",
                        "/sellingExpenses pattern",
                        "/employees required");
        assertThat(unit.get(YEAR).json().path("document")).isEmpty();
        assertThat(put(unit, YEAR, figures().put("year", 2020)).violations()).containsExactly("/year unknown-property");
    }

    @Test
    void only_the_year_before_can_be_entered_and_older_ones_stay_readable() {
        var unit = steps.holder().api();
        save(unit, figures());
        for (var year : new int[] {2024, 2026, 2027}) {
            var refused = unit.with("If-Match", "*").put(ASSETS + "/" + year, figures());
            assertThat(refused.code()).isIn("assets-year-closed", "precondition-failed");
        }
        var read = unit.get(YEAR);
        tongban.clock().moveTo(Instant.parse("2027-01-05T02:00:00Z"));

        var late = unit.with("If-Match", read.etag()).put(YEAR, figures());
        assertThat(late.code()).isEqualTo("assets-year-closed");
        assertThat(late.json().path("dataYear").asInt()).isEqualTo(2026);
        assertThat(unit.get(YEAR).json().path("locked").asBoolean()).isTrue();
        assertThat(unit.get(YEAR).json().at("/document/totalCost").asText()).isEqualTo("86000");
        assertThat(put(unit, ASSETS + "/2026", figures()).status()).isEqualTo(200);
        assertThat(unit.get(ASSETS).json().path("items").findValuesAsText("year"))
                .containsExactly("2026", "2025");
    }

    @Test
    void hints_stand_beside_what_was_saved_and_hinder_nothing() {
        var unit = steps.holder().api();
        save(unit, figures().put("financialExpenses", "0"));
        tongban.clock().moveTo(Instant.parse("2027-01-05T02:00:00Z"));
        var next = figures()
                .put("totalCost", "860000")
                .put("ipInvestment", "215.075")
                .put("netProfit", "3205")
                .put("outputValue", "1099999.999999")
                .put("financialExpenses", "99")
                .put("productSales", "0");

        var saved = put(unit, ASSETS + "/2026", next);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(hints(saved))
                .containsExactlyInAnyOrder(
                        "/totalCost ten-times",
                        "/ipInvestment a-tenth",
                        "/netProfit ten-times",
                        "/productSales a-tenth",
                        "/productSales no-sales");
        assertThat(hints(unit.get(ASSETS + "/2026"))).isEqualTo(hints(saved));
    }

    @Test
    void another_units_figures_and_those_of_who_is_not_verified_are_out_of_reach() {
        save(steps.holder().api(), figures());
        assertThat(steps.holder().api().get(YEAR).json().path("document")).isEmpty();
        var newcomer = new UnitSteps(tongban).newcomer().api();
        assertThat(newcomer.get(YEAR).code()).isEqualTo("verification-required");
        assertThat(newcomer.get(ASSETS).code()).isEqualTo("verification-required");
        assertThat(newcomer.with("If-Match", "*").put(YEAR, figures()).code()).isEqualTo("verification-required");
    }

    @Test
    void of_32_saves_of_what_was_read_once_one_wins() throws Exception {
        var unit = steps.holder().api();
        var read = unit.with("If-Match", unit.get(YEAR).etag());
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> save = () -> read.put(YEAR, figures()).status();
            var saving =
                    IntStream.range(0, 32).mapToObj(i -> threads.submit(save)).toList();
            for (var one : saving) {
                statuses.add(one.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(31);
    }

    @Test
    @Tag("PF-34")
    void a_filing_needs_them_and_locks_them_until_a_remark_opens_them() {
        var filing = steps.filing(steps.holder());
        var unit = filing.unit;
        var first = filing.complete("示例仪器甲型");
        assertThat(filing.submit(first).violations()).contains(" asset-information-required");

        save(unit, figures());
        assertThat(filing.submit(first).status()).isEqualTo(200);
        assertThat(unit.get(YEAR).json().path("locked").asBoolean()).isTrue();
        assertThat(put(unit, YEAR, figures()).code()).isEqualTo("assets-locked");
        filing.decide(first, "{'decision': 'approve'}");
        assertThat(put(unit, YEAR, figures()).code()).isEqualTo("assets-locked");

        var second = filing.complete("示例仪器乙型");
        filing.submit(second);
        filing.decide(
                second,
                "{'decision': 'return', 'reason': '名称不妥', 'remarks': [{'pointer': '/product/name', 'text': '请改'}]}");
        assertThat(put(unit, YEAR, figures()).code()).isEqualTo("assets-locked");
        filing.submit(second);
        var returned = filing.decide(
                second,
                "{'decision': 'return', 'reason': '总成本有误', 'remarks': [{'pointer': '/assets/totalCost', 'text':"
                        + " '请核对'}]}");
        assertThat(returned.status()).as(returned.toString()).isEqualTo(200);

        assertThat(unit.get(YEAR).json().path("locked").asBoolean()).isFalse();
        save(unit, figures().put("totalCost", "87000"));
        assertThat(filing.submit(second).status()).isEqualTo(200);
        assertThat(put(unit, YEAR, figures()).code()).isEqualTo("assets-locked");
    }

    @Test
    void a_filing_that_is_returned_or_taken_back_locks_nothing() {
        var filing = steps.filing(steps.holder());
        save(filing.unit, figures());
        var id = filing.complete("示例仪器丙型");
        filing.submit(id);
        filing.decide(id, "{'decision': 'return', 'reason': '图片不清晰'}");

        save(filing.unit, figures().put("totalCost", "88000"));
    }
}
