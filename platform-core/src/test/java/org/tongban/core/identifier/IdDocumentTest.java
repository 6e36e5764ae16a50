package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.core.identifier.IdDocument.Kind;
import org.tongban.core.identifier.Parsed.Refused;

@Tag("CO-72")
class IdDocumentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "resident-id, 11010519491231002x, 11010519491231002X",
        "hk-macao-permit, h12345678, H12345678",
        "hk-macao-permit, M1234567801, M1234567801",
        "taiwan-permit, 1234 5678, 12345678",
        "taiwan-permit, 1234567801, 1234567801",
        "hk-macao-taiwan-residence, 830000199001010012, 830000199001010012",
        "passport-cn, e12345678, E12345678",
        "passport-cn, EA1234567, EA1234567",
        "passport-foreign, 12ab345, 12AB345",
        "foreign-permanent-residence, usa123456789012, USA123456789012",
        "foreign-permanent-residence, 911124198108030029, 911124198108030029"
    })
    void reads_every_kind_into_its_canonical_form(String kind, String typed, String canonical) {
        var document = IdDocument.parse(Kind.of(kind).orElseThrow(), typed, TODAY)
                .value()
                .orElseThrow();
        assertThat(document.value()).isEqualTo(canonical);
        assertThat(document.toString()).contains("***").doesNotContain(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "resident-id, 110105194912310021, check-digit",
        "hk-macao-permit, H1234567, length",
        "hk-macao-permit, H123456789, length",
        "hk-macao-permit, A12345678, first-letter",
        "hk-macao-permit, HA2345678, characters",
        "taiwan-permit, 123456789, length",
        "taiwan-permit, 1234567A, characters",
        "hk-macao-taiwan-residence, 11010519491231002X, region",
        "hk-macao-taiwan-residence, 8300001990010100, length",
        "hk-macao-taiwan-residence, 830000199001010013, check-digit",
        "passport-cn, E1234567, length",
        "passport-cn, K12345678, first-letter",
        "passport-cn, EO1234567, characters",
        "passport-foreign, 1234, length",
        "passport-foreign, 12-456, characters",
        "foreign-permanent-residence, US1234567890123, characters",
        "foreign-permanent-residence, USA12345678901, length"
    })
    void names_the_part_that_is_wrong(String kind, String typed, String code) {
        var refused = (Refused<?>) IdDocument.parse(Kind.of(kind).orElseThrow(), typed, TODAY);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.message().zh()).isNotBlank();
    }

    @Test
    void refuses_nothing_at_all() {
        for (var kind : Kind.values()) {
            assertThat(IdDocument.parse(kind, " ", TODAY)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void cannot_hold_a_wrong_number() {
        assertThatThrownBy(() -> new IdDocument(Kind.PASSPORT_CN, "e12345678"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("12345678");
        assertThatThrownBy(() -> new IdDocument(Kind.RESIDENT_ID, "110105194912310021"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Kind.of("no-such-kind")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+852 6123-4567, +85261234567",
        "0033 (1) 23 45 67 89, +33123456789",
        "+86 162 1234 5678, +8616212345678",
        "008616212345678, +8616212345678"
    })
    void reads_phones_of_other_countries(String typed, String canonical) {
        var number = PhoneNumber.parse(typed).value().orElseThrow();
        assertThat(number.value()).isEqualTo(canonical);
        assertThat(number.toString()).contains("****");
    }

    @ParameterizedTest
    @CsvSource({
        "16212345678, shape",
        "+33123, shape",
        "+3312345678901234, shape",
        "+33abc56789, shape",
        "+21012345678, country-code",
        "+99912345678, country-code",
        "+8615412345678, number-segment",
        "+861621234567, shape"
    })
    void names_what_is_wrong_with_a_phone(String typed, String code) {
        assertThat(((Refused<?>) PhoneNumber.parse(typed)).code()).isEqualTo(code);
    }

    @Test
    void cannot_hold_a_wrong_phone() {
        assertThatThrownBy(() -> new PhoneNumber("0033123456789")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PhoneNumber("+99912345678")).isInstanceOf(IllegalArgumentException.class);
    }
}
