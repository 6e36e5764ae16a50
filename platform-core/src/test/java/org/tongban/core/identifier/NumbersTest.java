package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.identifier.Parsed.Refused;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"6901234567892", "73513537", "036000291452", "15400141288763", "4006381333931"})
    @Tag("CO-72")
    void accepts_trade_item_numbers_of_every_length_and_country(String typed) {
        assertThat(Gtin.parse(typed).value()).contains(new Gtin(typed));
    }

    @ParameterizedTest
    @CsvSource({"6901234567893, check-digit", "690123456789, check-digit", "69012345678, shape", "690123456789A, shape"
    })
    @Tag("CO-72")
    void refuses_a_wrong_trade_item_number(String typed, String code) {
        assertThat(((Refused<?>) Gtin.parse(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16212345678", "+86 162 1234 5678", "8616212345678", "0086-162-1234-5678", "１６２１２３４５６７８"})
    @Tag("CO-72")
    void keeps_a_mobile_number_in_its_international_form(String typed) {
        assertThat(MainlandMobile.parse(typed).value().orElseThrow().value()).isEqualTo("+8616212345678");
    }

    @ParameterizedTest
    @CsvSource({
        "15412345678, number-segment",
        "14112345678, number-segment",
        "1921234567, shape",
        "+85216212345678, shape"
    })
    @Tag("CO-72")
    void refuses_what_is_no_mainland_mobile(String typed, String code) {
        assertThat(((Refused<?>) MainlandMobile.parse(typed)).code()).isEqualTo(code);
    }

    @Test
    @Tag("CO-72")
    void knows_the_newer_number_segments_and_hides_the_middle_when_printed() {
        var mobile = MainlandMobile.parse("19212345678").value().orElseThrow();
        assertThat(mobile.national()).isEqualTo("19212345678");
        assertThat(mobile).hasToString("192****5678");
    }

    @Test
    @Tag("CO-15")
    void writes_a_receipt_number_with_its_check_digit() {
        assertThat(new ReceiptNumber("CP", 2026, 12)).hasToString("CP2026-0000012-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CP2026-0000012-0", "cp202600000120", " CP2026 0000012 0"})
    @Tag("CO-15")
    void reads_a_spoken_receipt_number(String typed) {
        assertThat(ReceiptNumber.parse(typed).value()).contains(new ReceiptNumber("CP", 2026, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "CP2026-0000012-1, check-digit",
        "CP2026-0000021-0, check-digit",
        "CP2062-0000012-0, check-digit",
        "CP2026-000012-0, shape",
        "CP2026-0000000-1, shape"
    })
    @Tag("CO-15")
    void refuses_a_receipt_number_heard_wrong(String typed, String code) {
        assertThat(((Refused<?>) ReceiptNumber.parse(typed)).code()).isEqualTo(code);
    }
}
