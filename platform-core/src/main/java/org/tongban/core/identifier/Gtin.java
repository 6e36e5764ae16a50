package org.tongban.core.identifier;

import java.util.regex.Pattern;

/** A global trade item number of 8, 12, 13 or 14 digits (CO-72), of any country. */
public record Gtin(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    public Gtin {
        if (!SHAPE.matcher(value).matches() || value.charAt(value.length() - 1) != check(value)) {
            throw new IllegalArgumentException("not a trade item number: " + value);
        }
    }

    /** Reads a number as typed. */
    public static Parsed<Gtin> parse(String typed) {
        var number = Folding.identifier(typed);
        if (!SHAPE.matcher(number).matches()) {
            return Parsed.refused("shape", "商品条码应为8、12、13或14位数字", "A trade item number has 8, 12, 13 or 14 digits");
        }
        if (number.charAt(number.length() - 1) != check(number)) {
            return Parsed.refused(
                    "check-digit",
                    "商品条码的末位校验码不正确",
                    "The last digit of the trade item number, its check digit, is wrong");
        }
        return Parsed.valid(new Gtin(number));
    }

    @Override
    public String toString() {
        return value;
    }

    /** Weights run from the right, 3 first, so that all four lengths share one rule. */
    private static char check(String number) {
        var sum = 0;
        for (var i = number.length() - 2; i >= 0; i--) {
            var fromRight = number.length() - 2 - i;
            sum += (fromRight % 2 == 0 ? 3 : 1) * (number.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
