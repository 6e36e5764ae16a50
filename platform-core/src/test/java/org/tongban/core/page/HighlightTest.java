package org.tongban.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PF-70")
class HighlightTest {
    @Test
    void marks_every_word_of_the_search() {
        assertThat(marked("电能 表", "智能电能表")).isEqualTo("智能[电能表]");
        assertThat(marked("电　池", "锂电池电芯")).isEqualTo("锂[电池电]芯");
    }

    @Test
    void finds_other_widths_and_cases() {
        assertThat(marked("ddzy", "型号ＤＤＺＹ-1")).isEqualTo("型号[ＤＤＺＹ]-1");
        assertThat(marked("kg", "5㎏装")).isEqualTo("5[㎏]装");
    }

    @Test
    void finds_what_the_search_finds_traditional_characters_and_across_punctuation() {
        assertThat(marked("电动车", "電動車")).isEqualTo("[電動車]");
        assertThat(marked("gb17761", "标准GB 17761—2018")).isEqualTo("标准[GB 17761]—2018");
    }

    @Test
    void leaves_a_text_whole_where_nothing_was_searched_for() {
        assertThat(Highlight.NONE.parts("电能表")).containsExactly(new Component.Part("电能表", false));
        assertThat(new Highlight("电").parts("")).isEmpty();
    }

    private static String marked(String query, String text) {
        return new Highlight(query)
                .parts(text).stream()
                        .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                        .collect(Collectors.joining());
    }
}
