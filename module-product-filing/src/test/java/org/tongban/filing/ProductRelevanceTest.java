package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.filing.publicdata.FiledProduct.PublicPatent;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** In which order products answer a text, and how its pages hang together. */
@TongbanTest
@Tag("PF-70")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductRelevanceTest {
    /** In the order wanted: of a tier the newest, which is the last that was added, first. */
    private static final List<String> WANTED =
            List.of("珩璟", "珩璟检测系统", "珩璟传感器", "智能珩璟检测系统", "便携式珩璟", "甲产品", "丙产品", "乙产品", "戊产品", "丁产品");

    private final Published published;

    ProductRelevanceTest(Tongban tongban) {
        tongban.clock().moveTo(Tongban.MOMENT);
        published = new Published(tongban);
        published.add("丁产品", "测试院", "410000", "", List.of(patent("一种珩璟检测装置")));
        published.add("便携式珩璟", "测试院");
        published.add("乙产品", "杭州珩璟科技有限公司");
        published.add("珩璟传感器", "测试院");
        published.add("戊产品", "测试院", "410000", "与珩璟一起使用。", List.of());
        published.add("丙产品", "珩璟科技有限公司");
        published.add("甲产品", "珩璟");
        published.add("珩璟", "测试院");
        published.add("智能珩璟检测系统", "珩璟科技有限公司");
        published.add("珩璟检测系统", "杭州珩璟科技有限公司");
    }

    private static PublicPatent patent(String title) {
        return new PublicPatent("202121635235.X", title, "utility-model", List.of("测试院"), "granted");
    }

    @Test
    void the_name_comes_before_the_unit_and_what_is_like_it_most_first() {
        assertThat(published.names("珩璟")).containsExactlyElementsOf(WANTED);
    }

    @ParameterizedTest
    @Tag("CO-11")
    @ValueSource(ints = {1, 2, 3, 4, 7, 9, 10})
    void pages_hang_together_in_both_directions(int size) {
        var pages = new ArrayList<Answer>();
        var more = "&limit=" + size;
        for (var page = published.search("珩璟", more); ; ) {
            pages.add(page);
            if (!page.json().has("nextCursor")) {
                break;
            }
            page = published.search(
                    "珩璟", more + "&cursor=" + page.json().path("nextCursor").asText());
        }
        assertThat(pages.stream().flatMap(page -> Published.names(page).stream()))
                .containsExactlyElementsOf(WANTED);
        for (int i = pages.size() - 1; i > 0; i--) {
            var back = published.search(
                    "珩璟",
                    more + "&cursor=" + pages.get(i).json().path("prevCursor").asText());
            assertThat(Published.names(back)).isEqualTo(Published.names(pages.get(i - 1)));
            assertThat(back.json().has("prevCursor")).isEqualTo(i > 1);
        }
        assertThat(pages.getFirst().json().has("prevCursor")).isFalse();
    }

    @Test
    @Tag("CO-11")
    void what_is_filed_between_two_pages_moves_no_edge() {
        for (var name : List.of("黟歙丙", "黟歙乙", "黟歙甲", "大黟歙")) {
            published.add(name, "测试院");
        }
        var first = published.search("黟歙", "&limit=2");
        assertThat(Published.names(first)).containsExactly("黟歙甲", "黟歙乙");

        published.add("黟歙", "测试院");
        published.add("黟歙新", "测试院");
        var second = published.search(
                "黟歙", "&limit=2&cursor=" + first.json().path("nextCursor").asText());
        assertThat(Published.names(second)).containsExactly("黟歙丙", "大黟歙");

        var before = published.search(
                "黟歙", "&limit=2&cursor=" + second.json().path("prevCursor").asText());
        assertThat(Published.names(before)).containsExactly("黟歙甲", "黟歙乙");
        var start = published.search(
                "黟歙", "&limit=2&cursor=" + before.json().path("prevCursor").asText());
        assertThat(Published.names(start)).containsExactly("黟歙", "黟歙新");
        assertThat(start.json().has("prevCursor")).isFalse();
    }

    @Test
    void parts_are_found_in_any_place_and_what_has_them_as_one_comes_first() {
        assertThat(published.names("珩璟 检测")).startsWith("珩璟检测系统", "智能珩璟检测系统").contains("丁产品");
        assertThat(published.names("系统 珩璟")).containsExactly("珩璟检测系统", "智能珩璟检测系统");
        assertThat(published.names("检测　珩璟 智能")).containsExactly("智能珩璟检测系统");
        var pages = published.search("系统 珩璟", "&limit=1");
        assertThat(Published.names(published.search(
                        "系统 珩璟",
                        "&limit=1&cursor=" + pages.json().path("nextCursor").asText())))
                .containsExactly("智能珩璟检测系统");
    }

    @Test
    void filters_keep_the_order() {
        published.add("鄱芗仪", "测试院", "330106", "", List.of());
        published.add("鄱芗", "测试院", "330000", "", List.of());
        published.add("小鄱芗", "测试院", "330302", "", List.of());
        published.add("鄱芗", "测试院", "110101", "", List.of());

        var filters = "&province=33&state=filed&year=2025&industry=C";
        var first = published.search("鄱芗", filters + "&limit=2&count=true");
        assertThat(Published.names(first)).containsExactly("鄱芗", "鄱芗仪");
        assertThat(first.json().path("total").asInt()).isEqualTo(3);
        assertThat(Published.names(published.search(
                        "鄱芗",
                        filters + "&limit=2&cursor="
                                + first.json().path("nextCursor").asText())))
                .containsExactly("小鄱芗");
        assertThat(published.names("鄱芗")).hasSize(4);
        assertThat(Published.names(published.search("", "&province=11&limit=100")))
                .contains("鄱芗")
                .doesNotContain("鄱芗仪");
        assertThat(published.search("鄱芗", "&province=99").violations()).containsExactly("/province unknown-value");
    }

    @Test
    @Tag("CO-11")
    void a_cursor_of_another_question_is_refused() {
        var cursor = "&cursor="
                + published.search("珩璟", "&limit=2").json().path("nextCursor").asText();
        var plain = "&cursor="
                + published.search("", "&limit=2").json().path("nextCursor").asText();

        for (var page : List.of(
                published.search("珩", cursor),
                published.search("珩璟", cursor + "&year=2025"),
                published.search("", cursor),
                published.search("珩璟", plain),
                published.search("珩璟", cursor.substring(0, cursor.length() - 2)),
                published.search("珩璟", "&cursor=AAAA"),
                published.search("珩璟", "&cursor=%E7%8F%A9"))) {
            assertThat(page.status()).as(page.toString()).isEqualTo(400);
            assertThat(page.code()).isEqualTo("bad-cursor");
        }
        assertThat(published.search("珩璟", cursor + "&limit=5").status()).isEqualTo(200);
    }

    @Test
    void a_name_that_many_share_is_paged_like_any_other() {
        for (int i = 0; i < 45; i++) {
            published.add("淠史杭泵", "测试院");
        }
        published.add("淠史杭泵站", "测试院");
        var page = published.search("淠史杭泵", "&count=true");
        var seen = new ArrayList<>(page.json().path("items").findValuesAsText("id"));
        assertThat(page.json().path("total").asInt()).isEqualTo(46);
        while (page.json().has("nextCursor")) {
            page = published.search(
                    "淠史杭泵", "&cursor=" + page.json().path("nextCursor").asText());
            seen.addAll(page.json().path("items").findValuesAsText("id"));
        }
        assertThat(seen).hasSize(46).doesNotHaveDuplicates();
        assertThat(Published.names(page)).endsWith("淠史杭泵", "淠史杭泵站");
    }
}
