package org.tongban.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
@Tag("CO-70")
class ReferenceTest {
    private static final String SETS = "/api/platform/v1/reference/";

    private final Api anyone;

    ReferenceTest(Tongban tongban) {
        anyone = tongban.anonymous();
    }

    @Test
    void lists_a_set_by_parent_and_by_keyword() {
        assertThat(anyone.get(SETS + "gbt4754").json().path("items")).hasSize(117);
        assertThat(anyone.get(SETS + "gbt4754?parent=").json().path("items")).hasSize(20);
        assertThat(anyone.get(SETS + "gbt4754?parent=I").json().path("items")).hasSize(3);
        assertThat(anyone.get(SETS + "gbt4754?q=%E5%8C%BB%E8%8D%AF").json().findValuesAsText("code"))
                .containsExactly("27");
    }

    @Test
    void marks_the_demonstration_of_the_product_classification() {
        var items = anyone.get(SETS + "product-category").json().path("items");
        assertThat(items)
                .isNotEmpty()
                .allMatch(item -> item.path("demonstration").asBoolean());
    }

    @Test
    void gives_each_answer_an_etag_of_its_content() {
        var etag = anyone.get(SETS + "gbt4754").etag();
        assertThat(etag).isNotEmpty().isEqualTo(anyone.get(SETS + "gbt4754").etag());
        assertThat(anyone.get(SETS + "gbt4754?parent=I").etag()).isNotEqualTo(etag);
        assertThat(anyone.with("If-None-Match", etag).get(SETS + "gbt4754").status())
                .isEqualTo(304);
    }

    @Test
    void knows_no_other_set() {
        assertThat(anyone.get(SETS + "no-such-set").status()).isEqualTo(404);
    }

    @Test
    void shows_a_set_as_a_tree() {
        var roots = anyone.get(SETS + "gbt4754?view=tree").json().path("items");
        assertThat(roots).hasSize(20);
        var agriculture = roots.path(0);
        assertThat(agriculture.path("level").asInt()).isEqualTo(1);
        assertThat(agriculture.path("children").findValuesAsText("code")).containsExactly("01", "02", "03", "04", "05");
        assertThat(agriculture.at("/children/0/level").asInt()).isEqualTo(2);
        assertThat(agriculture.at("/children/0").has("children")).isFalse();
        assertThat(anyone.get(SETS + "gbt4754?view=tree&parent=I")
                        .json()
                        .path("items")
                        .findValuesAsText("code"))
                .containsExactly("63", "64", "65");
    }

    @Test
    void shows_what_a_keyword_finds_below_what_it_belongs_to() {
        var found = anyone.get(SETS + "division?view=tree&q=%E9%95%87%E6%B5%B7").json();
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.at("/items/0/code").asText()).isEqualTo("330000");
        assertThat(found.at("/items/0/children/0/code").asText()).isEqualTo("330200");
        assertThat(found.at("/items/0/children/0/children/0/title").asText()).isEqualTo("镇海区");
    }

    @Test
    void shows_ended_codes_only_when_asked() {
        var legacy = SETS + "division?parent=110100&q=%E5%B4%87%E6%96%87";
        assertThat(anyone.get(legacy).json().path("items")).isEmpty();
        assertThat(anyone.get(legacy + "&ended=true")
                        .json()
                        .at("/items/0/endedOn")
                        .asText())
                .isEqualTo("2009-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?view=list", "?ended=perhaps", "?parent=%00", "?q=%00"})
    @Tag("RL-4")
    void answers_a_question_that_makes_no_sense_without_trouble(String question) {
        assertThat(anyone.get(SETS + "gbt4754" + question).status()).isIn(200, 400);
    }
}
