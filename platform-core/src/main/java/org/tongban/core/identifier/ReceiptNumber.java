package org.tongban.core.identifier;

import java.util.regex.Pattern;

/**
 * A number that can be spoken (CO-15), say {@code CP2026-0000012-0}: two letters for the kind, the year, a serial, and the
 * ISO 7064 MOD 11,10 check digit over year and serial.
 *
 * @param prefix two capital letters
 * @param year 1900 to 9999
 * @param serial 1 to 9,999,999
 */
record ReceiptNumber(String prefix, int year, int serial) {
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2}");
    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2})([0-9]{4})-?([0-9]{7})-?([0-9])");

    public ReceiptNumber {
        if (!PREFIX.matcher(prefix).matches() || year < 1900 || year > 9999 || serial < 1 || serial > 9_999_999) {
            throw new IllegalArgumentException("no receipt number: %s %d %d".formatted(prefix, year, serial));
        }
    }

    /** Reads a number as typed; the hyphens may be left out. */
    public static Parsed<ReceiptNumber> parse(String typed) {
        var matcher = SHAPE.matcher(Folding.identifier(typed));
        if (!matcher.matches()
                || matcher.group(3).equals("0000000")
                || matcher.group(2).compareTo("1900") < 0) {
            return Parsed.refused(
                    "shape",
                    "编号应为两位字母、四位年份、七位流水号和一位校验码",
                    "A number is two letters, a year, seven digits and a check digit");
        }
        var number = new ReceiptNumber(
                matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        if (matcher.group(4).charAt(0) - '0' != number.check()) {
            return Parsed.refused(
                    "check-digit", "编号的末位校验码不正确", "The last digit of the number, its check digit, is wrong");
        }
        return Parsed.valid(number);
    }

    @Override
    public String toString() {
        return "%s%04d-%07d-%d".formatted(prefix, year, serial, check());
    }

    private int check() {
        var product = 10;
        for (var digit : "%04d%07d".formatted(year, serial).toCharArray()) {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
