package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    @Tag("CO-72")
    void folds_an_identifier_to_half_width_capitals_without_spaces() {
        assertThat(Folding.identifier("　ａb１ 2\t\u200Bc\u00A0")).isEqualTo("AB12C");
    }

    @Test
    @Tag("PF-20")
    void folds_names_by_width_brackets_and_spaces() {
        assertThat(Folding.name("ＴＣＬ王牌电器（惠州） 有限公司")).isEqualTo(Folding.name("TCL王牌电器(惠州)有限公司"));
        assertThat(Folding.name("甲〔北京〕公司")).isEqualTo("甲(北京)公司");
    }

    @Test
    @Tag("PF-20")
    void keeps_different_names_apart() {
        assertThat(Folding.name("北京新联铁科技股份有限公司")).isNotEqualTo(Folding.name("新联铁集团股份有限公司"));
    }

    @Test
    @Tag("PF-70")
    void folds_text_for_search() {
        assertThat(Folding.search("《智慧》水錶・ＡＢＣ－12、專利產業化")).isEqualTo("智慧水表abc12专利产业化");
        assertThat(Folding.search("國家電網")).isEqualTo("国家电网");
    }

    /** Whoever changes what is folded raises the version, so that what was stored before is folded anew. */
    @Test
    @Tag("PF-70")
    void another_folding_of_any_character_has_another_version() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.getType(c) != Character.SURROGATE) {
                digest.update(Folding.search(Character.toString(c)).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        }
        assertThat(Folding.searchVersion() + " " + HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("1 519a4a9f59c76d9693fc5df1b746c2e409597cd61ec1989bf3c751afe767dd1e");
    }

    @Test
    @Tag("PF-70")
    void cuts_a_text_into_its_distinct_one_and_two_grams() {
        assertThat(SearchGrams.of(List.of("水水表"), List.of("s:filed"))).containsExactly("水", "表", "水水", "水表", "s:filed");
    }

    @Test
    @Tag("PF-70")
    void asks_for_two_grams_and_for_one_gram_only_where_a_word_is_one_character() {
        assertThat(SearchGrams.asked("智能水表", List.of())).containsExactly("智能", "能水", "水表");
        assertThat(SearchGrams.asked("表", List.of("s:filed"))).containsExactly("表", "s:filed");
        assertThat(SearchGrams.asked("智能　A", List.of())).containsExactly("智能", "a");
        assertThat(SearchGrams.asked(" ", List.of())).isEmpty();
        assertThat(SearchGrams.words("智能　Ａ ，")).containsExactly("智能", "a");
    }

    @Test
    @Tag("PF-70")
    void takes_a_patent_number_in_any_spelling_for_one_word() {
        assertThat(SearchGrams.words("ZL202121635235.X")).containsExactly("202121635235x");
        assertThat(SearchGrams.words("ZL 2021 2 1635235.X")).containsExactly("202121635235x");
        assertThat(SearchGrams.words("ＣＮ２０２１")).containsExactly("2021");
        assertThat(SearchGrams.words("cnc机床")).containsExactly("cnc机床");
    }

    @Test
    @Tag("PF-70")
    void asks_for_what_no_text_holds_where_a_query_is_punctuation_alone() {
        var words = SearchGrams.words("，%' 🚀".replace("🚀", "。"));
        assertThat(words).hasSize(1);
        assertThat(Folding.search("全部 文字，%'。." + words.getFirst())).doesNotContain(words.getFirst());
    }

    @Test
    @Tag("PF-70")
    void keeps_a_rare_character_outside_the_basic_plane_whole() {
        assertThat(SearchGrams.of("𠮷a")).containsExactly("𠮷", "a", "𠮷a");
    }
}
