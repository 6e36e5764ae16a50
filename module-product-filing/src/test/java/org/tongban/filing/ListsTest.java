package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The unit's lists of patents and of products, and the parts of a product. */
@TongbanTest
class ListsTest {
    private static final String NUMBERS = "patentNumber";

    private static List<String> found(FilingSteps steps, String query) {
        return steps.unit.get(OWN + "/patents?limit=100&" + query).json().findValuesAsText(NUMBERS);
    }

    private static String q(String text) {
        return "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All values of a field, page by page to the end and, the same, back to the beginning. */
    private static List<String> paged(Api unit, String path, String field) {
        var there = turned(unit, path, "nextCursor");
        var back = turned(unit, path + cursor(there.getLast(), "prevCursor"), "prevCursor");
        assertThat(there.getFirst().has("prevCursor")).isFalse();
        assertThat(values(back.reversed(), field)).isEqualTo(values(there.subList(0, there.size() - 1), field));
        return values(there, field);
    }

    private static List<JsonNode> turned(Api unit, String path, String direction) {
        var pages = new ArrayList<JsonNode>();
        var page = unit.get(path).json();
        pages.add(page);
        while (page.has(direction)) {
            page = unit.get(path.replaceFirst("&cursor=.*", "") + cursor(page, direction))
                    .json();
            assertThat(page.path("items").size()).isBetween(1, 2);
            pages.add(page);
        }
        return pages;
    }

    private static String cursor(JsonNode page, String direction) {
        return "&cursor=" + page.path(direction).asText();
    }

    private static List<String> values(List<JsonNode> pages, String field) {
        return pages.stream()
                .flatMap(page -> page.path("items").findValuesAsText(field).stream())
                .toList();
    }

    @Test
    @Tag("CO-11")
    void lists_say_how_many_there_are_where_they_are_asked(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var unit = steps.unit;
        for (var path : List.of("/api/product-filing/v1/patents?", "/api/product-filing/v1/products?")) {
            var all = unit.get(path + "limit=100").json();
            assertThat(all.has("total") || all.has("totalAtLeast")).isFalse();
            assertThat(all.has("nextCursor")).isFalse();
            var counted = unit.get(path + "limit=1&count=true").json();
            assertThat(counted.path("total").asInt())
                    .isEqualTo(all.path("items").size());
        }
        var filed = unit.get("/api/product-filing/v1/products?state=filed&limit=100")
                .json();
        assertThat(unit.get("/api/product-filing/v1/products?state=filed&count=true")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(filed.path("items").size());
        assertThat(unit.get("/api/product-filing/v1/patents?count=perhaps").status())
                .isEqualTo(400);
    }

    @Test
    @Tag("PF-22")
    void patents_are_found_by_number_title_and_holder(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();

        assertThat(found(steps, "q=202121635235.X")).containsExactly("202121635235.X");
        assertThat(found(steps, "q=ZL202121635235.X")).containsExactly("202121635235.X");
        assertThat(found(steps, "q=21635235")).containsExactly("202121635235.X");
        assertThat(found(steps, q("热成像"))).containsExactly("202121751980.0");
        assertThat(found(steps, q("ＷＥＢ端"))).containsExactly("202211359874.7");
        assertThat(found(steps, q("无人机 污染物"))).containsExactly("202121741650.3");
        assertThat(found(steps, q("中科大数据"))).contains("202121635235.X", "202211359874.7");
        assertThat(found(steps, q("新联铁"))).isEmpty();
    }

    @Test
    @Tag("PF-22")
    void signs_alone_find_no_patent_and_stand_for_nothing(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();

        for (var signs : List.of("%", "_", "'", "\"", "\\", "%%")) {
            assertThat(found(steps, q(signs))).as(signs).isEmpty();
        }
        assertThat(found(steps, q("热%像"))).isEmpty();
    }

    @Test
    @Tag("PF-22")
    void patents_are_listed_by_kind_and_state(Tongban tongban) {
        var steps = FilingSteps.ofTheOther(tongban).withPatents();

        assertThat(found(steps, "kind=invention&state=granted")).containsExactly("201610757198.7");
        assertThat(found(steps, "kind=design")).contains("201530438173.7").doesNotContain("201610757198.7");
        assertThat(found(steps, "state=expired")).contains("201120300768.2").doesNotContain("201610757198.7");
        assertThat(found(steps, "kind=design&state=granted")).isEmpty();
        for (var state : List.of("in-grace", "lapsed", "invalidated", "abandoned", "transferred")) {
            assertThat(found(steps, "state=" + state)).as(state).isEmpty();
        }
    }

    @Test
    @Tag("PF-22")
    @Tag("CO-11")
    void patents_come_in_pages_each_once(Tongban tongban) {
        var steps = FilingSteps.ofTheOther(tongban).withPatents();

        assertThat(paged(steps.unit, OWN + "/patents?kind=utility-model&limit=2", NUMBERS))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(found(steps, "kind=utility-model"));
    }

    @Test
    @Tag("PF-30")
    void the_three_parts_are_saved_each_by_itself(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.draft();
        var product = steps.product("三部分巡检仪");
        var patents = steps.patents();
        var evidence = steps.evidence();

        steps.save(id, "evidence", evidence);
        assertParts(steps, id, Api.json("{}"), Api.json("{}"), evidence);
        steps.save(id, "product", product);
        assertParts(steps, id, product, Api.json("{}"), evidence);
        steps.save(id, "patents", patents);
        assertParts(steps, id, product, patents, evidence);
        steps.save(id, "evidence", (ObjectNode) Api.json("{}"));
        assertParts(steps, id, product, patents, Api.json("{}"));
    }

    private static void assertParts(
            FilingSteps steps, String id, JsonNode product, JsonNode patents, JsonNode evidence) {
        var whole = steps.unit.get(OWN + "/products/" + id).json();
        assertThat(whole.path("product")).isEqualTo(product);
        assertThat(whole.path("patents")).isEqualTo(patents);
        assertThat(whole.path("evidence")).isEqualTo(evidence);
        assertThat(steps.unit.get(OWN + "/products/" + id + "/patents").json()).isEqualTo(patents);
    }

    @Test
    @Tag("PF-30")
    void each_product_is_listed_under_the_tab_of_its_state(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var draft = steps.draft();
        var reviewed = steps.complete("分页签巡检仪甲型");
        steps.submit(reviewed);
        var returned = steps.complete("分页签巡检仪乙型");
        steps.submit(returned);
        steps.decide(returned, "{'decision': 'return', 'reason': '图片不清晰'}");
        var filed = steps.complete("分页签巡检仪丙型");
        steps.submit(filed);
        steps.decide(filed, "{'decision': 'approve'}");

        assertTab(steps, "draft", draft, reviewed, returned, filed);
        assertTab(steps, "in-review", reviewed, draft, returned, filed);
        assertTab(steps, "returned", returned, draft, reviewed, filed);
        assertTab(steps, "filed", filed, draft, reviewed, returned);
        assertThat(tab(steps, "state=revoked")).isEmpty();
        assertThat(tab(steps, "state=revocation-in-review")).isEmpty();
        assertThat(tab(steps, "")).contains(draft, reviewed, returned, filed);
    }

    private static void assertTab(FilingSteps steps, String state, String there, String... elsewhere) {
        assertThat(tab(steps, "state=" + state)).as(state).contains(there).doesNotContain(elsewhere);
    }

    private static List<String> tab(FilingSteps steps, String query) {
        return steps.unit
                .get(OWN + "/products?limit=100&" + query)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    @Test
    @Tag("PF-30")
    @Tag("CO-11")
    void products_come_in_pages_newest_first_each_once(Tongban tongban) {
        var steps = new FilingSteps(tongban);
        var drafts = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            drafts.add(steps.draft());
        }

        assertThat(paged(steps.unit, OWN + "/products?limit=2", "id"))
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder())
                .containsAll(drafts);
    }
}
