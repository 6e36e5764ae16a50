package org.tongban.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    @Test
    void escapes_what_would_end_a_field_or_a_row() {
        var chunks = CopyText.chunks(
                1,
                text -> index -> text.value("a\tb\nc\\d")
                        .value(null)
                        .array(List.of("甲", "乙"))
                        .end());

        assertThat(chunks)
                .singleElement()
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("a\\tb\\nc\\\\d\t\\N\t{\"甲\",\"乙\"}\n");
    }
}
