package org.tongban.core.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** Checks a new password against its realm's rule and the list of common ones (CO-21); all that is wrong is reported. */
final class PasswordRules {
    private static final Set<String> COMMON = common();
    private static final int NATIONAL_DIGITS = 11;
    /** Shorter names stand in passwords by chance. */
    private static final int SHORTEST_MAILBOX = 4;

    private PasswordRules() {}

    static List<Violation> check(PasswordRule rule, String password, @Nullable String login, String pointer) {
        var violations = new ArrayList<Violation>();
        var length = password.codePointCount(0, password.length());
        if (length < rule.minLength()) {
            violations.add(new Violation(
                    pointer,
                    "too-short",
                    new Title("密码至少" + rule.minLength() + "个字符", "At least " + rule.minLength() + " characters")));
        }
        if (length > rule.maxLength()) {
            violations.add(new Violation(
                    pointer,
                    "too-long",
                    new Title("密码至多" + rule.maxLength() + "个字符", "At most " + rule.maxLength() + " characters")));
        }
        var found = rule.classes().stream().filter(c -> holds(c, password)).count();
        if (found < rule.neededClasses()) {
            violations.add(new Violation(pointer, "too-few-classes", classes(rule)));
        }
        var folded = password.toLowerCase(Locale.ROOT);
        if (login != null && folded.contains(login.toLowerCase(Locale.ROOT))) {
            violations.add(new Violation(
                    pointer, "contains-login", new Title("密码不得包含登录名", "A password does not contain the login")));
        }
        if (COMMON.contains(folded)) {
            violations.add(new Violation(
                    pointer, "too-common", new Title("该密码过于常见", "This password is one of the commonest")));
        }
        return violations;
    }

    /**
     * What of the account's own data stands in its password (CO-21): the phone without its country code, the name of the
     * mailbox.
     */
    static List<Violation> ownData(String password, @Nullable String phone, @Nullable String email, String pointer) {
        var violations = new ArrayList<Violation>();
        var folded = password.toLowerCase(Locale.ROOT);
        if (phone != null && folded.contains(phone.substring(Math.max(0, phone.length() - NATIONAL_DIGITS)))) {
            violations.add(new Violation(
                    pointer,
                    "contains-phone",
                    new Title("密码不宜包含手机号", "A password had better not contain one's phone number")));
        }
        var mailbox = email == null ? "" : email.substring(0, Math.max(0, email.indexOf('@')));
        if (mailbox.length() >= SHORTEST_MAILBOX && folded.contains(mailbox)) {
            violations.add(new Violation(
                    pointer,
                    "contains-email",
                    new Title("密码不宜包含邮箱名", "A password had better not contain the name of one's mailbox")));
        }
        return violations;
    }

    private static boolean holds(CharacterClass characters, String password) {
        return password.codePoints().anyMatch(c -> switch (characters) {
            case DIGIT -> Character.isDigit(c);
            case LETTER -> Character.isLetter(c);
            case UPPER -> Character.isUpperCase(c);
            case LOWER -> Character.isLowerCase(c);
            case SPECIAL -> !Character.isLetterOrDigit(c) && !Character.isISOControl(c);
        });
    }

    private static Title classes(PasswordRule rule) {
        var zh = rule.classes().stream().sorted().map(c -> name(c).zh()).collect(Collectors.joining("、"));
        var en = rule.classes().stream().sorted().map(c -> name(c).en()).collect(Collectors.joining(", "));
        return new Title(
                "密码须包含" + zh + "中的至少" + rule.neededClasses() + "类", "At least " + rule.neededClasses() + " of: " + en);
    }

    private static Title name(CharacterClass characters) {
        return switch (characters) {
            case DIGIT -> new Title("数字", "digits");
            case LETTER -> new Title("字母", "letters");
            case UPPER -> new Title("大写字母", "capitals");
            case LOWER -> new Title("小写字母", "small letters");
            case SPECIAL -> new Title("特殊字符", "special characters");
        };
    }

    private static Set<String> common() {
        try (var stream = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (stream == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
