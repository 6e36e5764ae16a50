package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CO-10")
class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                en                       | EN
                en-GB                    | EN
                zh-Hans-CN               | ZH
                en, zh                   | EN
                zh, en                   | ZH
                en;q=0.5, zh;q=0.8       | ZH
                zh;q=0.5, en-US          | EN
                fr, en;q=0.3             | EN
                fr, de                   | ZH
                zh;q=0, en;q=0.1         | EN
                en;q=0                   | ZH
                en;q=x                   | ZH
                eng                      | ZH
                *                        | ZH
                ;,;q=1,                  | ZH
                EN ; Q=0.9 , zh ; q=0.8  | EN
                """)
    void the_language_of_an_answer_is_the_one_liked_best(String header, Language language) {
        assertThat(Language.accepted(header)).isEqualTo(language);
    }

    @Test
    void without_a_header_the_answer_is_chinese() {
        assertThat(Language.accepted(null)).isEqualTo(Language.ZH);
    }
}
