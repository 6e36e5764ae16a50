package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CO-31")
@Tag("CO-72")
class IdentifierChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "uscc, 91350100M000100Y43, 91350100M000100Y44, check-digit",
        "resident-id, 11010519491231002X, 110105194912310021, check-digit",
        "resident-id, 11010519491231002X, 11010520991231002X, birth-date",
        "cn-mobile, 13800138000, 1380013800, shape",
        "e164, +33123456789, 0033123456789, shape",
        "patent-number, 201510958772.0, 201510958772.1, check-digit",
        "e164, +85212345678, +99912345678, country-code",
        "e164, +8616212345678, +8615412345678, number-segment",
        "hk-macao-permit, H12345678, A12345678, first-letter",
        "taiwan-permit, 1234567801, 123456789, length",
        "hk-macao-taiwan-residence, 830000199001010012, 11010519491231002X, region",
        "passport-cn, EA1234567, EI1234567, characters",
        "passport-foreign, K1234567, K123-4567, characters",
        "foreign-permanent-residence, USA123456789012, US1234567890123, characters",
        "gtin, 6901234567892, 6901234567890, check-digit",
        "gtin, 96385074, 96385075, check-digit",
        "gtin, 036000291452, 036000291453, check-digit",
        "gtin, 10614141000415, 10614141000416, check-digit"
    })
    void tells_a_right_number_from_a_wrong_one(String name, String right, String wrong, String code) {
        var check = Objects.requireNonNull(IdentifierChecks.all(() -> TODAY).get(name));

        assertThat(check.check(right)).isEmpty();
        assertThat(check.check(wrong))
                .get()
                .extracting(IdentifierCheck.Problem::code)
                .isEqualTo(code);
    }

    @Test
    void has_every_check_that_the_vocabulary_names() {
        assertThat(IdentifierChecks.all(() -> TODAY))
                .containsOnlyKeys(
                        "uscc",
                        "resident-id",
                        "cn-mobile",
                        "e164",
                        "patent-number",
                        "project-code",
                        "gtin",
                        "hk-macao-permit",
                        "taiwan-permit",
                        "hk-macao-taiwan-residence",
                        "passport-cn",
                        "passport-foreign",
                        "foreign-permanent-residence");
    }
}
