package org.tongban.template.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.core.web.Violation;
import org.tongban.testkit.Api;

class SubmissionRuleTest {
    private static final int THIS_YEAR = 2026;

    @Test
    void the_first_year_is_not_over() {
        assertThat(broken("{'firstYear': 2026}")).isEmpty();
        assertThat(broken("{'firstYear': 2025}")).containsExactly("/firstYear past");
    }

    @Test
    void the_last_year_is_not_before_the_first() {
        assertThat(broken("{'firstYear': 2027, 'lastYear': 2027}")).isEmpty();
        assertThat(broken("{'firstYear': 2027, 'lastYear': 2026}")).containsExactly("/lastYear before-first-year");
    }

    @Test
    void a_rule_is_not_asked_about_fields_that_are_not_there() {
        assertThat(broken("{}")).isEmpty();
        assertThat(broken("{'lastYear': 2001}")).isEmpty();
    }

    @Test
    void what_breaks_two_rules_is_told_twice() {
        assertThat(broken("{'firstYear': 2025, 'lastYear': 2024}"))
                .containsExactly("/firstYear past", "/lastYear before-first-year");
    }

    private static List<String> broken(String proposal) {
        return SubmissionRule.check(Api.json(proposal), THIS_YEAR).stream()
                .map(SubmissionRuleTest::text)
                .toList();
    }

    private static String text(Violation violation) {
        return violation.pointer() + " " + violation.code();
    }
}
