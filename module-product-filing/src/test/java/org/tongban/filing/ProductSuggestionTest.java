package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Which names are suggested while one types. */
@TongbanTest
@Tag("PF-70")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductSuggestionTest {
    private final Tongban tongban;
    private final Api anyone;
    private final Published published;

    ProductSuggestionTest(Tongban tongban) {
        this.tongban = tongban;
        tongban.clock().moveTo(Tongban.MOMENT);
        anyone = tongban.anonymous();
        published = new Published(tongban);
        published.add("检测系统（便携式）", "重庆长江水泵厂");
        published.add("绿色铝合金重力铸造机", "重庆长江水泵厂");
        published.add("ＴＢ-９检测仪", "行云科技有限公司");
    }

    private static String path(String begun) {
        return Published.PRODUCTS + "/suggestions?q=" + URLEncoder.encode(begun, StandardCharsets.UTF_8);
    }

    private List<String> suggested(String begun) {
        var answer = anyone.get(path(begun));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").findValuesAsText("text");
    }

    @ParameterizedTest
    @CsvSource({
        "检测系统（便, 检测系统（便携式）",
        "檢測系統(便, 检测系统（便携式）",
        "jiancexitongbian, 检测系统（便携式）",
        "JianCe XiTong, 检测系统（便携式）",
        "jcxtbx, 检测系统（便携式）",
        "ｊｃｘｔｂ, 检测系统（便携式）",
        "lvselvhejin, 绿色铝合金重力铸造机",
        "lüselü, 绿色铝合金重力铸造机",
        "lslhjzl, 绿色铝合金重力铸造机",
        "lslhjcl, 绿色铝合金重力铸造机",
        "chongqingchangjiang, 重庆长江水泵厂",
        "zhongqingchangjiang, 重庆长江水泵厂",
        "cqcj, 重庆长江水泵厂",
        "重慶長, 重庆长江水泵厂",
        "xingyunke, 行云科技有限公司",
        "hangyunke, 行云科技有限公司",
        "tb9, ＴＢ-９检测仪",
        "tb9jian, ＴＢ-９检测仪"
    })
    void a_name_is_suggested_by_how_it_begins_in_characters_or_letters(String begun, String name) {
        assertThat(suggested(begun)).contains(name);
    }

    @Test
    void what_a_suggestion_names_is_told_in_the_language_asked_for() {
        var kinds = anyone.get(path("重庆长江水")).json().path("items");
        assertThat(kinds).hasSize(1);
        assertThat(kinds.get(0).path("kind").asText()).isEqualTo("单位");
        assertThat(anyone.with("Accept-Language", "en")
                        .get(path("jcxtbx"))
                        .json()
                        .at("/items/0/kind")
                        .asText())
                .isEqualTo("Product");
    }

    @Test
    void at_most_eight_are_suggested_and_each_once() {
        for (int i = 0; i < 12; i++) {
            published.add("螭吻" + i + "号", "测试院");
            published.add("螭吻0号", "测试院");
        }
        assertThat(suggested("螭吻")).hasSize(8).doesNotHaveDuplicates().startsWith("螭吻0号");
    }

    @Test
    void a_name_that_no_public_product_has_any_more_is_not_suggested() {
        var only = published.add("狻猊秤", "狻猊衡器厂");
        assertThat(suggested("狻猊")).containsExactly("狻猊秤", "狻猊衡器厂");

        published.withdraw(only);
        assertThat(suggested("狻猊")).isEmpty();
    }

    @Test
    void a_name_of_before_is_spelled_by_the_task() {
        published.add("貔貅泵", "测试院");
        Rows.change(
                tongban,
                "update product_filing.public_name set key = '-' || key where shown = ? and key <> folded",
                "貔貅泵");
        Rows.change(
                tongban,
                "update product_filing.public_name set spelled = false where shown = ? and key = folded",
                "貔貅泵");
        assertThat(suggested("pixiu")).isEmpty();

        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals("product-filing.spell-names"))
                .forEach(TaskBody::run);

        assertThat(suggested("pixiu")).containsExactly("貔貅泵");
        assertThat(suggested("pxb")).contains("貔貅泵");
        assertThat(suggested("貔貅")).containsExactly("貔貅泵");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "_%", "'", "\\", "……", "' or 1=1 --", "\uD83D\uDE00", "\uDBFF\uDFFF"})
    void what_is_no_beginning_of_a_name_suggests_nothing(String begun) {
        assertThat(suggested(begun)).isEmpty();
    }

    @Test
    @Tag("CO-10")
    void what_is_too_long_or_unknown_is_refused() {
        assertThat(anyone.get(path("检".repeat(101))).violations()).containsExactly("/q too-long");
        assertThat(suggested("检".repeat(100))).isEmpty();
        assertThat(anyone.get(FilingSteps.PLATFORM + "/public/nothing/suggestions?q=a")
                        .status())
                .isEqualTo(404);
        assertThat(anyone.get(path("检") + "&year=2025").status()).isEqualTo(400);
    }

    @Test
    @Tag("CO-12")
    void an_answer_may_be_kept_for_a_minute_and_is_asked_for_again_by_its_tag() {
        var first = anyone.get(path("jcxtbx"));
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");
        var again = anyone.with("If-None-Match", first.etag()).get(path("jcxtbx"));
        assertThat(again.status()).isEqualTo(304);
        Answer other = anyone.with("If-None-Match", first.etag()).get(path("cqcj"));
        assertThat(other.status()).isEqualTo(200);
    }
}
