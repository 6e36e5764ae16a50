package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.PatentSteps.PATENTS;
import static org.tongban.filing.PatentSteps.number;
import static org.tongban.filing.PatentSteps.row;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A unit finds its patents by number, title, kind, holder and how it holds them (PF-22). */
@TongbanTest
@Tag("PF-22")
class PatentSearchTest {
    private final PatentSteps steps;

    PatentSearchTest(Tongban tongban) {
        this.steps = new PatentSteps(tongban);
    }

    private static List<String> found(Api unit, String field, String text) {
        var answer = unit.get(PATENTS + "?" + field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().findValuesAsText("patentNumber");
    }

    @Test
    void a_number_is_found_in_any_spelling_and_each_field_by_itself() {
        var holder = steps.holder();
        var unit = holder.api();
        var first = number();
        var second = number();
        steps.inRegistry(row(first, "一种离心泵", holder.name() + ";西湖水泵厂"), row(second, "西湖牌水表支架", holder.name()));
        steps.imported(unit);

        var digits = first.replace(".", "");
        for (var spelling : List.of(
                first,
                "ZL" + first,
                digits,
                "zl " + digits.substring(0, 4) + " " + digits.substring(4),
                "CN" + digits)) {
            assertThat(found(unit, "number", spelling)).as(spelling).containsExactly(first);
            assertThat(found(unit, "q", spelling)).as(spelling).containsExactly(first);
        }
        assertThat(found(unit, "number", digits.substring(0, 12))).containsExactly(first);
        assertThat(found(unit, "q", "西湖")).containsExactlyInAnyOrder(first, second);
        assertThat(found(unit, "title", "西湖")).containsExactly(second);
        assertThat(found(unit, "holder", "西湖")).containsExactly(first);
        assertThat(found(unit, "holder", "ＸＸ")).isEmpty();
        assertThat(found(unit, "title", digits)).isEmpty();
        assertThat(found(unit, "number", "离心泵")).isEmpty();
        assertThat(found(unit, "title", "%")).isEmpty();
        assertThat(found(unit, "title", "|")).isEmpty();
    }

    @Test
    void kinds_and_ways_of_holding_narrow_it_page_by_page() {
        var holder = steps.holder();
        var unit = holder.api();
        var numbers = List.of(number(), number(), number());
        steps.inRegistry(
                numbers.stream().map(one -> row(one, "一种阀门", holder.name())).toArray(String[]::new));
        unit.post(PATENTS, Api.json("{'patentNumber': '%s', 'acquisition': 'gift'}".formatted(numbers.get(1))));
        steps.imported(unit);

        assertThat(found(unit, "acquisition", "gift")).containsExactly(numbers.get(1));
        assertThat(found(unit, "acquisition", "original")).containsExactlyInAnyOrder(numbers.get(0), numbers.get(2));
        assertThat(found(unit, "kind", "design")).isEmpty();
        assertThat(unit.get(PATENTS + "?acquisition=purchase").status()).isEqualTo(400);
        var first = unit.get(PATENTS + "?acquisition=original&limit=1").json();
        var second = unit.get(PATENTS + "?acquisition=original&limit=1&cursor="
                        + first.path("nextCursor").asText())
                .json();
        assertThat(first.at("/items/0/patentNumber").asText())
                .isNotEqualTo(second.at("/items/0/patentNumber").asText());
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(unit.get(PATENTS + "?acquisition=original&count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(found(steps.holder().api(), "title", "阀门")).isEmpty();
    }

    @Test
    void what_an_earlier_folding_made_is_found_again_after_the_task(Tongban tongban) {
        var holder = steps.holder();
        var unit = holder.api();
        var byRegistry = number();
        var byHand = number();
        steps.inRegistry(row(byRegistry, "一種齒輪箱", holder.name()));
        steps.imported(unit);
        steps.inRegistry(row(byHand, "一種齒條", holder.name()));
        unit.post(PATENTS, Api.json("{'patentNumber': '%s', 'acquisition': 'gift'}".formatted(byHand)));
        assertThat(found(unit, "title", "齿")).containsExactlyInAnyOrder(byRegistry, byHand);
        Rows.change(
                tongban,
                "update product_filing.patent set search_text = translate(search_text, '齿', '齒'), folding = 0"
                        + " where search_text like '%齿%'");
        assertThat(found(unit, "title", "齿")).isEmpty();
        var changed = unit.get(PATENTS).json().findValuesAsText("changedAt");

        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals("product-filing.fold-patents"))
                .forEach(TaskBody::run);

        assertThat(found(unit, "title", "齿")).containsExactlyInAnyOrder(byRegistry, byHand);
        assertThat(found(unit, "title", "齒")).containsExactlyInAnyOrder(byRegistry, byHand);
        assertThat(unit.get(PATENTS).json().findValuesAsText("changedAt")).isEqualTo(changed);
    }
}
