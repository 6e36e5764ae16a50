package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.identifier.Parsed.Flag;
import org.tongban.core.identifier.Parsed.Refused;
import org.tongban.core.identifier.Parsed.Valid;

@Tag("CO-72")
class UnifiedSocialCreditCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110108551385082Q",
                "9144030071526726XG",
                "914403001922038216",
                "91440300192317458F",
                "12100000400000624D",
                "9144030027939873X7",
                "91330100799655058B",
                "91350100M000100Y43",
                "913101206309248651"
            })
    void accepts_a_code_with_both_digits_right(String code) {
        assertThat(UnifiedSocialCreditCode.parse(code)).isEqualTo(Parsed.valid(new UnifiedSocialCreditCode(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91110108551385082q", " 9111 0108 5513 8508 2Q", "９１１１０１０８５５１３８５０８２Ｑ"})
    void folds_case_width_and_spaces_before_the_check(String typed) {
        assertThat(UnifiedSocialCreditCode.parse(typed).value())
                .contains(new UnifiedSocialCreditCode("91110108551385082Q"));
    }

    @Test
    void refuses_a_code_whose_outer_digit_is_wrong() {
        assertThat(refusal("91110108551385082T")).isEqualTo("check-digit");
    }

    @Test
    void refuses_a_code_whose_both_digits_are_wrong() {
        assertThat(refusal("91110000101112000A")).isEqualTo("both-check-digits");
    }

    @Test
    void flags_an_irregular_issue_whose_inner_digit_is_right() {
        assertThat(flags("91350203M0001QKT19")).containsExactly(Flag.IRREGULAR_ISSUE);
    }

    @Test
    void refuses_an_irregular_issue_that_the_table_does_not_name() {
        var parsed = UnifiedSocialCreditCode.parse("91350203M0001QKT19", List.of());
        assertThat(((Refused<?>) parsed).code()).isEqualTo("check-digit");
    }

    @Test
    void flags_a_wrong_organisation_digit_and_a_prefix_outside_the_table() {
        assertThat(flags("X1330211040113985T"))
                .containsExactlyInAnyOrder(Flag.ORGANISATION_DIGIT_WRONG, Flag.UNKNOWN_PREFIX);
    }

    @Test
    void refuses_an_identity_number_that_passes_the_outer_digit() {
        assertThat(refusal("830000190001010134")).isEqualTo("looks-like-id-number");
    }

    @Test
    void names_a_wrong_length_and_a_letter_outside_the_alphabet() {
        assertThat(refusal("9111010855138508")).isEqualTo("length");
        assertThat(refusal("91110108551385082I")).isEqualTo("characters");
    }

    @Test
    void makes_a_field_error_at_the_pointer_of_the_field() {
        var refused = (Refused<?>) UnifiedSocialCreditCode.parse("91110108551385082T");
        assertThat(refused.at("/uscc").pointer()).isEqualTo("/uscc");
        assertThat(refused.at("/uscc").code()).isEqualTo("check-digit");
        assertThat(refused.at("/uscc").message().zh()).contains("第18位");
    }

    @Test
    void accepts_a_project_code_by_its_outer_digit_alone() {
        assertThat(ProjectCode.parse("x1330211040113985t").value()).contains(new ProjectCode("X1330211040113985T"));
        assertThat(((Refused<?>) ProjectCode.parse("X1330211040113985U")).code())
                .isEqualTo("check-digit");
        assertThat(((Refused<?>) ProjectCode.parse("91110108551385082Q")).code())
                .isEqualTo("characters");
    }

    private static String refusal(String typed) {
        return ((Refused<?>) UnifiedSocialCreditCode.parse(typed)).code();
    }

    private static Iterable<Flag> flags(String typed) {
        return ((Valid<?>) UnifiedSocialCreditCode.parse(typed)).flags();
    }
}
