package org.tongban.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Language;

@Tag("CO-10")
class WordsTest {
    private final Words words = Words.of("page");

    @Test
    void fills_in_values_in_the_language_asked_for() {
        assertThat(words.text(Language.ZH, "footer.version", "0.1.0")).isEqualTo("版本 0.1.0");
        assertThat(words.text(Language.EN, "footer.version", "0.1.0")).isEqualTo("Version 0.1.0");
    }

    @Test
    void refuses_a_key_that_has_no_words() {
        assertThatThrownBy(() -> words.text(Language.ZH, "no.such.key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.key");
    }
}
