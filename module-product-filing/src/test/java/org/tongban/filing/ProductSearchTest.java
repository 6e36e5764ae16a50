package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.PLATFORM;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the public finds a filed product by, and what not. */
@TongbanTest
@Tag("PF-70")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductSearchTest {
    private final Api anyone;
    private final String id;

    ProductSearchTest(Tongban tongban) {
        tongban.clock().moveTo(Tongban.MOMENT);
        var steps = new FilingSteps(tongban).withPatents();
        this.anyone = tongban.anonymous();
        this.id = steps.complete("测绘云台 50%_Ab'C\"型");
        assertThat(steps.submit(id).status()).isEqualTo(200);
        assertThat(steps.decide(id, "{'decision': 'approve'}").status()).isEqualTo(200);
        new Published(tongban).add("游标云台", "游标云台制造有限公司");
    }

    @Test
    @Tag("CO-11")
    void a_year_that_is_none_is_refused_by_name() {
        var refused = anyone.get(PLATFORM + "/public/products?year=abc");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations()).containsExactly("/year pattern");
    }

    @Test
    @Tag("CO-11")
    void a_cursor_is_of_its_filters_and_of_no_others_with_or_without_a_text() {
        var path = PLATFORM + "/public/products?limit=1";
        var first = anyone.get(path);
        var cursor = first.json().path("nextCursor").asText();
        assertThat(anyone.get(path + "&cursor=" + cursor + "&count=true").status())
                .isEqualTo(200);
        assertThat(anyone.get(PLATFORM + "/public/products?limit=5&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        var other = cursor.charAt(12) == 'A' ? 'B' : 'A';
        var byHand = cursor.substring(0, 12) + other + cursor.substring(13);
        for (var wrong : List.of("&state=filed&cursor=" + cursor, "&q=x&cursor=" + cursor, "&cursor=" + byHand)) {
            assertThat(anyone.get(path + wrong).code()).as(wrong).isEqualTo("bad-cursor");
        }
    }

    private List<String> found(String text, String more) {
        var answer = anyone.get(
                PLATFORM + "/public/products?limit=100&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").findValuesAsText("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "绘",
                "测绘云台",
                "绘云",
                "测绘　云台",
                "測繪雲",
                "50%_Ab",
                "50ab",
                "５０％＿ａＢ",
                "b'C\"",
                "中科大数据研究院",
                "12410100000000019R",
                "XJ-200",
                "xj200",
                "202121635235.X",
                "202121635235X",
                "ZL202121635235.X",
                "ZL 202121635235.X",
                "202121635235",
                "ZL 2021 2 1635235.X",
                "2021 2 1635235",
                "ＺＬ２０２１２１６３５２３５．Ｘ",
                "12410100 0000 0000 19r",
                "１２４１０１０００００００００１９Ｒ",
                "測繪雲臺",
                "測绘、云台",
                "云台，测绘",
                "无人机、测绘；云台",
                "无人机巡检系统"
            })
    void finds_it_by(String text) {
        assertThat(found(text, "")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "'",
                "\"",
                "\\",
                "%%",
                "测%台",
                "测_云",
                "5%b",
                "云绘",
                "测绘云台 雷达",
                "202121741650.3",
                "ZL202121741650.3",
                "21741650",
                "无人机空气污染物溯源系统",
                "空气污染物",
                "' or 1=1 --",
                "31.5",
                "economicProof"
            })
    void does_not_find_it_by(String text) {
        assertThat(found(text, "")).doesNotContain(id);
    }

    @Test
    void its_filing_number_is_found_in_any_spelling() {
        var number = anyone.get(PLATFORM + "/public/products/" + id).json().findValues("fields").stream()
                .flatMap(fields -> StreamSupport.stream(fields.spliterator(), false))
                .filter(field -> field.path("code").asText().equals("filingNumber"))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asText();
        var plain = number.replace("-", "");
        for (var spelling : List.of(
                number,
                plain,
                plain.toLowerCase(Locale.ROOT),
                number.replace('-', ' '),
                plain.substring(0, 13),
                plain.substring(0, 2) + " " + plain.substring(2, 6) + " " + plain.substring(6))) {
            assertThat(found(spelling, "")).as(spelling).containsExactly(id);
        }
    }

    @Test
    void who_finds_it_by_a_patent_is_told_by_which() {
        for (var number : List.of("ZL202121635235.X", "2021 2 1635235", "2021216352")) {
            var hits = anyone.get(PLATFORM + "/public/products?q=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
            var card = StreamSupport.stream(hits.json().path("items").spliterator(), false)
                    .filter(item -> item.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(card.path("fields").findValuesAsText("code")).contains("patentNumber");
            assertThat(card.path("fields").findValuesAsText("value")).contains("ZL202121635235.X");
        }
        var byName = anyone.get(PLATFORM + "/public/products?q=" + URLEncoder.encode("测绘云台", StandardCharsets.UTF_8));
        assertThat(byName.json().at("/items/0/fields").findValuesAsText("code")).doesNotContain("patentNumber");
    }

    @Test
    @Tag("CO-13")
    void the_description_of_the_api_names_the_filters_and_no_parts_of_what_is_made_as_it_is_read() {
        var paths = anyone.get("/openapi.json").json().path("paths");
        assertThat(paths.path("/api/platform/v1/public/{collection}")
                        .at("/get/parameters")
                        .findValuesAsText("name"))
                .contains("q", "cursor", "state", "year", "industry", "province");
        for (var file : List.of("/recognitions.csv", "/objections/receipt")) {
            assertThat(paths.path(FilingSteps.OWN + "/public" + file)
                            .at("/get/parameters")
                            .findValuesAsText("name"))
                    .as(file)
                    .doesNotContain("Range")
                    .contains("If-None-Match");
        }
        assertThat(paths.path("/api/platform/v1/public/files/{id}")
                        .at("/get/parameters")
                        .findValuesAsText("name"))
                .contains("Range");
    }

    @Test
    void signs_alone_find_nothing_at_all() {
        for (var signs : List.of("%", "_", "'", "\"", "……")) {
            assertThat(found(signs, "")).as(signs).isEmpty();
        }
    }

    @Test
    void filters_narrow_what_is_found() {
        assertThat(found("测绘云台", "&state=filed&year=2025")).contains(id);
        assertThat(found("测绘云台", "&year=2024")).isEmpty();
    }

    @Test
    @Tag("CO-11")
    void the_number_found_is_told_to_whoever_asks() {
        var path = PLATFORM + "/public/products?q=" + URLEncoder.encode("测绘云台", StandardCharsets.UTF_8);

        assertThat(anyone.get(path + "&count=true").json().path("total").asInt())
                .isEqualTo(1);
        assertThat(anyone.get(path).json().has("total")).isFalse();
        assertThat(anyone.get(path + "&count=maybe").violations()).containsExactly("/count boolean");
    }
}
