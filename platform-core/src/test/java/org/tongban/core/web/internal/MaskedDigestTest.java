package org.tongban.core.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.crypto.Encrypted;

/** Nothing personal gets into the trail in clear, whoever forgot to mask it (CO-55, CO-58). */
@Tag("CO-55")
@Tag("CO-58")
class MaskedDigestTest {
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 110***********002X",
        "证件11010519491231002x号, 证件110***********002X号",
        "13800000001, +86138****0001",
        "call +8613800000001 now, call +86138****0001 now",
        "6222600260001072444, ***************2444",
        "li.lei@example.org, l***@example.org"
    })
    void masks_what_is_personal_wherever_it_stands(String text, String masked) {
        assertThat(MaskedDigest.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350203M0001QKT19",
                "FP202611200001",
                "202121635235.X",
                "2026-11-20T02:00:00Z",
                "110105194912310021",
                "0193a1b2-c3d4-7e5f-8a6b-138000000012",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "+86138****0001"
            })
    void leaves_what_is_not(String text) {
        assertThat(MaskedDigest.text(text)).isEqualTo(text);
    }

    @Test
    void masks_in_lists_and_members_of_members() {
        assertThat(MaskedDigest.of(Map.of("after", Map.of("phones", List.of("13800000001")))))
                .isEqualTo(Map.of("after", Map.of("phones", List.of("+86138****0001"))));
    }

    @Test
    void writes_numbers_that_not_everybody_reads_alike_as_text() {
        var id = UUID.randomUUID();
        assertThat(MaskedDigest.of(
                        Map.of("a", 1, "b", 2L, "c", Long.MAX_VALUE, "d", new BigDecimal("1.50"), "e", true, "f", id)))
                .isEqualTo(Map.of(
                        "a", 1, "b", 2L, "c", "9223372036854775807", "d", "1.50", "e", true, "f", id.toString()));
    }

    @Test
    void refuses_sealed_values_and_bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskedDigest.of(Map.of("phone", Encrypted.of(new byte[40]))));
        assertThatIllegalArgumentException().isThrownBy(() -> MaskedDigest.of(Map.of("phone", new byte[1])));
    }
}
