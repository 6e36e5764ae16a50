package org.tongban.core.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes passwords to be typed once or twice: 69 random bits, all four classes, no characters that look alike. */
public final class RandomPassword {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private RandomPassword() {}

    /** The next one. */
    public static String next() {
        while (true) {
            var password = IntStream.range(0, 3).mapToObj(i -> group()).collect(Collectors.joining("-"));
            if (password.chars().anyMatch(Character::isDigit)
                    && password.chars().anyMatch(Character::isUpperCase)
                    && password.chars().anyMatch(Character::isLowerCase)) {
                return password;
            }
        }
    }

    private static String group() {
        return RANDOM.ints(4, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
