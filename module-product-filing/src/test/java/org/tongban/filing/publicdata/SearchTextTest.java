package org.tongban.filing.publicdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.identifier.SearchGrams;
import org.tongban.core.reference.ReferenceSets;

@Tag("PF-70")
class SearchTextTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ReferenceSets SETS = new ReferenceSets();

    private static JsonNode document() throws JsonProcessingException {
        return MAPPER.readTree("""
            {"name": "无人机巡检系统", "model": "XJ-200", "industryCode": "39", "trademark": "巡天",
             "introduction": "用于输电线路。", "sales": "98765.4321", "netProfit": "120",
             "purposes": ["recognition"], "declarations": ["legal-responsibility"], "takesPart": true}
            """);
    }

    private static SearchText text() throws IOException {
        var shown = new PublicProduct(
                new UUID(0, 1),
                new UUID(0, 2),
                "无人机巡检系统",
                "中科大数据研究院",
                "12410100000000019R",
                "410000",
                "filed",
                2025,
                LocalDate.of(2026, 11, 20),
                "CP2026-0000012-0",
                PublicFields.select(document(), PublicFields.of(schema())).toString(),
                "[{\"patentNumber\": \"202121635235.X\", \"title\": \"无人机巡检系统\"}]",
                false,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
        return SearchText.of(shown, SETS);
    }

    private static JsonNode schema() throws IOException {
        try (var schema = SearchTextTest.class.getResourceAsStream("/forms/product-filing/product@1.schema.json")) {
            return MAPPER.readTree(schema);
        }
    }

    @Test
    void exactly_these_fields_of_the_product_are_public() throws IOException {
        assertThat(PublicFields.of(schema()))
                .containsExactlyInAnyOrder(
                        "barcode",
                        "name",
                        "model",
                        "categoryCode",
                        "industryCode",
                        "trademark",
                        "introduction",
                        "exportPlaces",
                        "exportPlaceOther",
                        "firstProductionYear",
                        "mainPicture",
                        "otherPictures");
    }

    @Test
    void what_is_not_public_is_not_kept() throws IOException {
        var kept = PublicFields.select(document(), PublicFields.of(schema()));

        assertThat(kept.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("name", "model", "industryCode", "trademark", "introduction");
    }

    @Test
    void a_product_is_found_from_inside_its_name_and_by_its_patents_number() throws IOException {
        assertThat(isFoundBy("机巡")).isTrue();
        assertThat(isFoundBy("ZL202121635235.X".substring(2))).isTrue();
        assertThat(isFoundBy("大数据 XJ-200")).isTrue();
        assertThat(isFoundBy("检机")).isFalse();
    }

    @Test
    void amounts_are_found_by_no_query() throws IOException {
        assertThat(text().text()).doesNotContain("98765");
        assertThat(isFoundBy("98765")).isFalse();
    }

    @Test
    void filters_stand_beside_the_grams() throws IOException {
        assertThat(text().grams()).contains("s:filed", "i:C");
        assertThat(ProductFacets.asked(Map.of("state", "filed", "year", "2025", "industry", "C")))
                .containsExactly("s:filed", "y:2025", "i:C");
    }

    @Test
    void texts_do_not_run_into_each_other() throws IOException {
        // The name ends in 系统, the unit begins with 中科.
        assertThat(isFoundBy("系统中科")).isFalse();
    }

    /** As the search does: all grams asked for, then each word in the text. */
    private static boolean isFoundBy(String query) throws IOException {
        var text = text();
        return text.grams().containsAll(List.of(SearchGrams.asked(query, List.of())))
                && SearchGrams.words(query).stream().allMatch(text.text()::contains);
    }

    @Test
    void the_number_of_a_certificate_comes_goes_and_is_replaced() {
        assertThat(SearchText.withCertificate("甲 乙", null, "RD2026-0000001-6")).isEqualTo("甲 乙 rd202600000016");
        assertThat(SearchText.withCertificate("甲 乙 rd202600000016", "RD2026-0000001-6", null))
                .isEqualTo("甲 乙");
        assertThat(SearchText.withCertificate("甲 乙 rd202600000016", "RD2026-0000001-6", "RD2027-0000001-9"))
                .isEqualTo("甲 乙 rd202700000019");
    }
}
