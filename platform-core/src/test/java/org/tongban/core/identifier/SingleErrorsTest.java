package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.identifier.Parsed.Flag;
import org.tongban.core.identifier.Parsed.Refused;
import org.tongban.core.identifier.Parsed.Valid;

/** One wrong character in numbers made at random, always the same ones: what the check digits see, and what they cannot. */
@Tag("CO-72")
class SingleErrorsTest {
    private static final int NUMBERS = 300;
    private static final String DIGITS = "0123456789";
    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] INNER = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Random random = new Random(72);

    private String random(String alphabet, int length) {
        var text = new StringBuilder();
        random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The body with the one last character of the alphabet that makes a number of it. */
    private static String completed(String body, String alphabet, Function<String, Parsed<?>> reading) {
        return alphabet.chars()
                .mapToObj(last -> body + (char) last)
                .filter(number -> reading.apply(number) instanceof Valid<?>)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing completes " + body));
    }

    /** By the standard's arithmetic, so that both digits of a code are right. */
    private String creditCode(String start) {
        var organisation = random(DIGITS + "ABCDEFGHJKLMNPQRTUWXY", 16 - start.length());
        var body = start + organisation;
        var sum = 0;
        for (var i = 0; i < INNER.length; i++) {
            sum += INNER[i] * Character.digit(body.charAt(8 + i), 36);
        }
        var rest = 11 - sum % 11;
        var inner = rest == 10 ? "X" : rest == 11 ? "0" : Integer.toString(rest);
        var outer = 0;
        var weight = 1;
        for (var c : (body + inner).toCharArray()) {
            outer += weight * CREDIT.indexOf(c);
            weight = weight * 3 % 31;
        }
        return body + inner + CREDIT.charAt((31 - outer % 31) % 31);
    }

    private String residentId() {
        var birth = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(45_000));
        var body = random("123456", 1) + random(DIGITS, 5) + birth.toString().replace("-", "") + random(DIGITS, 3);
        return completed(body, DIGITS + "X", number -> ResidentId.parse(number, TODAY));
    }

    private String patentNumber() {
        var old = random.nextBoolean();
        var year = old ? one(List.of("85", "95", "99", "03")) : Integer.toString(2003 + random.nextInt(90));
        var body = year + random("12389", 1) + random(DIGITS, old ? 5 : 7) + ".";
        return completed(body, DIGITS + "X", PatentNumber::parse);
    }

    private String gtin() {
        var length = random.nextInt(4) == 0 ? 7 : 11 + random.nextInt(3);
        return completed(random(DIGITS, length), DIGITS, Gtin::parse);
    }

    private void everyErrorIsRefused(String number, String alphabet, Function<String, Parsed<?>> reading) {
        assertThat(reading.apply(number)).isInstanceOf(Valid.class);
        errors(number, alphabet)
                .forEach(wrong -> assertThat(reading.apply(wrong))
                        .as("%s instead of %s", wrong, number)
                        .isInstanceOf(Refused.class));
    }

    private static List<String> errors(String number, String alphabet) {
        return IntStream.range(0, number.length())
                .boxed()
                .flatMap(at -> alphabet.chars()
                        .filter(c -> c != number.charAt(at))
                        .mapToObj(c -> number.substring(0, at) + (char) c + number.substring(at + 1)))
                .toList();
    }

    @Test
    void every_wrong_character_of_a_credit_code_is_refused() {
        for (var i = 0; i < NUMBERS; i++) {
            var code = creditCode(one(List.of("91", "12", "52", "93", "N2")) + random(DIGITS, 6));
            everyErrorIsRefused(code, CREDIT + "IOSVZ-", UnifiedSocialCreditCode::parse);
        }
    }

    /**
     * The table takes the outer digit's word away: there the inner one is left, and what passes is marked. What the
     * standard cannot see is an error that by chance makes a code with both digits right, one of 31.
     */
    @Test
    void a_wrong_character_of_an_irregular_issue_is_refused_or_flagged_or_makes_a_right_code() {
        for (var i = 0; i < NUMBERS; i++) {
            var right = creditCode("91350203M0");
            var code = right.substring(0, 17) + (right.charAt(17) == '1' ? '2' : '1');
            assertThat(((Valid<?>) UnifiedSocialCreditCode.parse(code)).flags()).containsExactly(Flag.IRREGULAR_ISSUE);
            for (var wrong : errors(code, CREDIT)) {
                if (UnifiedSocialCreditCode.parse(wrong) instanceof Valid<UnifiedSocialCreditCode>(var read, var flags)
                        && flags.isEmpty()) {
                    assertThat(UnifiedSocialCreditCode.outerIsRight(read.value()))
                            .as(wrong)
                            .isTrue();
                }
            }
        }
    }

    /**
     * GB 11714 adds by eleven, and takes letters up to 35: it does not tell characters apart that stand 11 or 22 from each
     * other. All other errors in a code whose outer digit was made for the error are flagged.
     */
    @Test
    void an_error_that_only_the_organisation_digit_can_see_is_flagged() {
        for (var i = 0; i < NUMBERS; i++) {
            var code = creditCode("91" + random(DIGITS, 6));
            var at = 8 + random.nextInt(9);
            var put = random(at == 16 ? DIGITS + "X" : CREDIT, 1).charAt(0);
            var blind = at < 16 && (Character.digit(put, 36) - Character.digit(code.charAt(at), 36)) % 11 == 0;
            if (put != code.charAt(at)) {
                var wrong = completed(
                        code.substring(0, at) + put + code.substring(at + 1, 17), CREDIT, this::withOuterDigitRight);
                var parsed = UnifiedSocialCreditCode.parse(wrong);
                if (parsed instanceof Valid<?> valid) {
                    assertThat(valid.flags().contains(Flag.ORGANISATION_DIGIT_WRONG))
                            .as("%s from %s", wrong, code)
                            .isEqualTo(!blind);
                } else {
                    assertThat(((Refused<?>) parsed).code()).isEqualTo("looks-like-id-number");
                }
            }
        }
    }

    private Parsed<?> withOuterDigitRight(String code) {
        return UnifiedSocialCreditCode.outerIsRight(code)
                ? Parsed.valid(code)
                : Parsed.refused("check-digit", "不正确", "Wrong");
    }

    @Test
    void every_wrong_character_of_a_project_code_is_refused() {
        for (var i = 0; i < NUMBERS; i++) {
            everyErrorIsRefused(
                    completed("X" + random(CREDIT, 16), CREDIT, ProjectCode::parse), CREDIT, ProjectCode::parse);
        }
    }

    @Test
    void every_wrong_digit_of_a_resident_number_is_refused() {
        for (var i = 0; i < NUMBERS; i++) {
            everyErrorIsRefused(residentId(), DIGITS + "X", number -> ResidentId.parse(number, TODAY));
        }
    }

    @Test
    void every_wrong_digit_of_a_patent_number_is_refused() {
        for (var i = 0; i < NUMBERS; i++) {
            everyErrorIsRefused(patentNumber(), DIGITS, PatentNumber::parse);
        }
    }

    @Test
    void every_wrong_digit_of_a_trade_item_number_is_refused() {
        for (var i = 0; i < NUMBERS; i++) {
            everyErrorIsRefused(gtin(), DIGITS, Gtin::parse);
        }
    }

    /** Permits, passports and phones have no check digit: a wrong digit makes another right number. */
    @Test
    void nobody_sees_a_wrong_digit_where_there_is_no_check_digit() {
        for (var i = 0; i < NUMBERS; i++) {
            var permit = "H" + random(DIGITS, 8);
            var wrong = permit.substring(0, 8) + (permit.charAt(8) == '0' ? '1' : '0');
            assertThat(IdDocument.parse(IdDocument.Kind.HK_MACAO_PERMIT, wrong, TODAY))
                    .isInstanceOf(Valid.class);
            var phone = "138" + random(DIGITS, 8);
            assertThat(MainlandMobile.parse(phone.substring(0, 10) + (phone.charAt(10) == '0' ? '1' : '0')))
                    .isInstanceOf(Valid.class);
        }
    }

    /** Whatever is put between and before the characters of a number, it is read as the same, which is read as itself. */
    @Test
    void every_spelling_of_a_number_has_one_canonical_form() {
        for (var i = 0; i < NUMBERS; i++) {
            sameInEverySpelling(creditCode("91" + random(DIGITS, 6)), UnifiedSocialCreditCode::parse);
            sameInEverySpelling(residentId(), number -> ResidentId.parse(number, TODAY));
            sameInEverySpelling(patentNumber(), PatentNumber::parse);
            sameInEverySpelling(gtin(), Gtin::parse);
            sameInEverySpelling("+86138" + random(DIGITS, 8), MainlandMobile::parse);
            sameInEverySpelling("+33" + random(DIGITS, 9), PhoneNumber::parse);
            var passport = random("EGDSP", 1) + random(DIGITS, 8);
            sameInEverySpelling(passport, number -> IdDocument.parse(IdDocument.Kind.PASSPORT_CN, number, TODAY));
        }
    }

    private void sameInEverySpelling(String number, Function<String, Parsed<?>> reading) {
        var first = reading.apply(number);
        assertThat(first).isInstanceOf(Valid.class);
        assertThat(reading.apply(spelled(number))).as(number).isEqualTo(first);
    }

    private String spelled(String number) {
        var spelled = new StringBuilder();
        for (var at = 0; at < number.length(); at++) {
            var c = number.charAt(at);
            spelled.append(one(List.of("", "", " ", "　", "\u200B")));
            spelled.append(
                    switch (random.nextInt(3)) {
                        case 0 -> Character.toLowerCase(c);
                        case 1 -> (char) (c + 0xFEE0);
                        default -> c;
                    });
        }
        return spelled.toString();
    }

    @Test
    void folding_twice_is_folding_once() {
        var alphabet = "aZ9ａＺ９ 　\u200B\u00A0é（）[】·.-。、萬万\u0301\u030AÅİßﬁⅨ\uD840\uDC00가ᄀ\u1161";
        var points = alphabet.codePoints().toArray();
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(12), 0, points.length).forEach(at -> text.appendCodePoint(points[at]));
            var typed = text.toString();
            for (Function<String, String> fold :
                    List.<Function<String, String>>of(Folding::identifier, Folding::name, Folding::search)) {
                var once = fold.apply(typed);
                assertThat(fold.apply(once)).as(typed).isEqualTo(once);
            }
        }
    }
}
