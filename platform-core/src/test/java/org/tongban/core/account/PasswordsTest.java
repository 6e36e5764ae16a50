package org.tongban.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.account.Passwords.Verdict;
import org.tongban.core.task.CpuBound;
import org.tongban.core.web.Violation;

@Tag("CO-21")
class PasswordsTest {
    private static final PasswordRule RULE = new PasswordRule(
            8, 18, Set.of(CharacterClass.DIGIT, CharacterClass.UPPER, CharacterClass.LOWER, CharacterClass.SPECIAL), 3);

    private final CpuBound cpuBound = new CpuBound(1, 4);
    private final Passwords passwords = new Passwords(cpuBound, new PasswordSettings(256, 1, 1));

    @Test
    void tells_the_right_password_from_a_wrong_one() {
        var hash = passwords.hash("Right-pass1");
        assertThat(passwords.verify("Right-pass1", hash)).isEqualTo(Verdict.RIGHT);
        assertThat(passwords.verify("Right-pass2", hash)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void hashes_the_same_password_differently_each_time() {
        assertThat(passwords.hash("Right-pass1")).isNotEqualTo(passwords.hash("Right-pass1"));
    }

    @Test
    void asks_for_a_new_hash_when_the_parameters_changed() {
        var old = new Passwords(cpuBound, new PasswordSettings(128, 1, 1)).hash("Right-pass1");
        assertThat(passwords.verify("Right-pass1", old)).isEqualTo(Verdict.RIGHT_BUT_OUTDATED);
        assertThat(passwords.verify("Right-pass2", old)).isEqualTo(Verdict.WRONG);
    }

    @Test
    @Tag("RL-10")
    void finds_no_password_right_where_there_is_no_hash() {
        assertThat(passwords.verify("Right-pass1", null)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void takes_both_spellings_of_one_character_for_the_same() {
        var hash = passwords.hash("Caf\u00e9-2026");
        assertThat(passwords.verify("Cafe\u0301-2026", hash)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void truncates_nothing() {
        var hash = passwords.hash("x".repeat(199) + "a");
        assertThat(passwords.verify("x".repeat(199) + "b", hash)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void does_not_take_a_clear_password_for_a_hash() {
        assertThatThrownBy(() -> new PasswordHash("Right-pass1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accepts_a_password_that_meets_the_rule() {
        assertThat(PasswordRules.check(RULE, "Tg7-kwPz", "unit-a", "/password")).isEmpty();
    }

    @Test
    void reports_everything_that_is_wrong_at_once() {
        assertThat(PasswordRules.check(RULE, "unit-a", "UNIT-A", "/password"))
                .extracting(Violation::code)
                .containsExactly("too-short", "too-few-classes", "contains-login");
    }

    @Test
    void refuses_a_common_password_in_any_case() {
        assertThat(PasswordRules.check(RULE, "P@ssw0rd123", "unit-a", "/password"))
                .extracting(Violation::code)
                .containsExactly("too-common");
    }

    @Test
    void counts_code_points_and_not_their_halves() {
        assertThat(PasswordRules.check(RULE, "\uD83D\uDE00".repeat(4) + "aB3", "unit-a", "/password"))
                .extracting(Violation::code)
                .containsExactly("too-short");
    }

    @Test
    void makes_random_passwords_that_meet_the_rule() {
        assertThat(RandomPassword.next())
                .satisfies(password -> assertThat(PasswordRules.check(RULE, password, "unit-a", "/password"))
                        .isEmpty());
    }
}
