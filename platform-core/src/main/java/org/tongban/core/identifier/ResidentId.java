package org.tongban.core.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resident identity number of GB 11643-1999, also of a residence permit for Hong Kong, Macao and Taiwan (CO-72). Its
 * address part is not checked: abolished codes live on in numbers. {@link #toString} masks it.
 */
public record ResidentId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    public ResidentId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a canonical resident identity number");
        }
    }

    /** Reads a number as typed; its date of birth may not lie after {@code today}. */
    public static Parsed<ResidentId> parse(String typed, LocalDate today) {
        var folded = Folding.identifier(typed);
        if (folded.length() != 18) {
            return Parsed.refused("length", "居民身份证号码应为18位", "A resident identity number has 18 characters");
        }
        if (!SHAPE.matcher(folded).matches()) {
            return Parsed.refused(
                    "characters",
                    "居民身份证号码前17位应为数字，末位为数字或X",
                    "A resident identity number is 17 digits and a last digit or X");
        }
        if (birth(folded).filter(date -> !date.isAfter(today)).isEmpty()) {
            return Parsed.refused(
                    "birth-date",
                    "居民身份证号码第7至14位不是有效的出生日期",
                    "Digits 7 to 14 of the identity number are not a possible date of birth");
        }
        if (folded.charAt(17) != check(folded)) {
            return Parsed.refused(
                    "check-digit",
                    "居民身份证号码的末位校验码不正确",
                    "The last character of the identity number, its check digit, is wrong");
        }
        return Parsed.valid(new ResidentId(folded));
    }

    /** Whether a folded text is a number in all its parts, on whatever day it is asked. */
    static boolean isWellFormed(String folded) {
        return SHAPE.matcher(folded).matches() && birth(folded).isPresent() && folded.charAt(17) == check(folded);
    }

    /** The number with the date of birth and the sequence hidden. */
    public String masked() {
        return value.substring(0, 3) + "***********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Optional<LocalDate> birth(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static char check(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
