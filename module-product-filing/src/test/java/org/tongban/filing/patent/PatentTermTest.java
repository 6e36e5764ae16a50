package org.tongban.filing.patent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.PatentNumber;

@Tag("PF-21")
class PatentTermTest {
    private static final LocalDate FILED = LocalDate.of(2021, 7, 15);

    @Test
    void an_invention_runs_twenty_years_from_its_filing() {
        assertThat(PatentTerm.expiresOn(PatentKind.INVENTION, FILED)).isEqualTo("2041-07-15");
    }

    @Test
    void a_utility_model_runs_ten_years_from_its_filing() {
        assertThat(PatentTerm.expiresOn(PatentKind.UTILITY_MODEL, FILED)).isEqualTo("2031-07-15");
    }

    @Test
    void a_design_filed_up_to_the_end_of_may_2021_runs_ten_years() {
        assertThat(PatentTerm.expiresOn(PatentKind.DESIGN, LocalDate.of(2021, 5, 31)))
                .isEqualTo("2031-05-31");
    }

    @Test
    void a_design_filed_from_june_2021_on_runs_fifteen_years() {
        assertThat(PatentTerm.expiresOn(PatentKind.DESIGN, LocalDate.of(2021, 6, 1)))
                .isEqualTo("2036-06-01");
    }

    @Test
    void a_term_that_began_on_a_leap_day_ends_on_the_last_of_february() {
        assertThat(PatentTerm.expiresOn(PatentKind.UTILITY_MODEL, LocalDate.of(2020, 2, 29)))
                .isEqualTo("2030-02-28");
    }

    @Test
    void an_extension_moves_the_last_day_of_the_term() {
        var entry = new Entry(
                new PatentNumber("201510958772.0"),
                PatentKind.INVENTION,
                "一种药物",
                List.of("某公司"),
                FILED,
                null,
                LegalStatus.GRANTED,
                FILED,
                100);
        assertThat(PatentTerm.current(entry, LocalDate.of(2041, 10, 23)).status())
                .isEqualTo(LegalStatus.GRANTED);
        assertThat(PatentTerm.current(entry, LocalDate.of(2041, 10, 24)).status())
                .isEqualTo(LegalStatus.EXPIRED);
    }

    @Test
    void a_patent_is_valid_on_the_last_day_of_its_term_and_not_on_the_next() {
        var last = LocalDate.of(2031, 7, 15);

        assertThat(PatentTerm.isValid(LegalStatus.GRANTED, last, last)).isTrue();
        assertThat(PatentTerm.isValid(LegalStatus.GRANTED, last, last.plusDays(1)))
                .isFalse();
    }

    @Test
    void only_granted_patents_and_those_in_grace_are_valid() {
        var valid = EnumSet.noneOf(LegalStatus.class);
        Arrays.stream(LegalStatus.values())
                .filter(status -> PatentTerm.isValid(status, FILED.plusYears(10), FILED))
                .forEach(valid::add);

        assertThat(valid).containsExactlyInAnyOrder(LegalStatus.GRANTED, LegalStatus.IN_GRACE);
    }
}
