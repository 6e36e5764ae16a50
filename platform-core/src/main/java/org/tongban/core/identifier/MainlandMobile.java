package org.tongban.core.identifier;

import java.util.List;
import java.util.regex.Pattern;

/** A mobile number of mainland China in E.164, {@code +86} and eleven digits (CO-72). {@link #toString} masks it. */
public record MainlandMobile(String value) {
    private static final String NATIONAL =
            "(1(?:610\\d|740[0-5])\\d{6}|1(?:[38]\\d|4[57]|[59][0-35-9]|6[25-7]|7[0-35-8])\\d{8})";
    private static final Pattern CANONICAL = Pattern.compile("\\+86" + NATIONAL);
    /** How the country code may stand before the eleven digits. */
    private static final String PREFIX = "(?:\\+86|0086|86(?=1\\d{10}$)|(?!0086))";

    private static final String HYPHEN = "-";
    private static final int DIGITS = 11;

    private static final Shape ELEVEN_DIGITS = new Shape(
            HYPHEN, "^" + PREFIX + "[0-9]{11}$", "shape", "手机号码应为11位数字", "A mainland mobile number has eleven digits");
    private static final Shape SEGMENT = new Shape(
            HYPHEN,
            "^" + PREFIX + NATIONAL + "$",
            "number-segment",
            "手机号码开头的号段不是中国内地手机号段",
            "The first digits are no number segment of mainland mobiles");

    /** What its spelling has to be, in the order in which it is looked at. */
    static final List<Shape> SHAPES = List.of(ELEVEN_DIGITS, SEGMENT);

    public MainlandMobile {
        if (!CANONICAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mainland mobile number in E.164");
        }
    }

    /** Reads a number as typed: with or without {@code +86}, spaces and hyphens. */
    public static Parsed<MainlandMobile> parse(String typed) {
        var plain = Folding.identifier(typed).replace(HYPHEN, "");
        for (var shape : SHAPES) {
            if (!shape.holds(plain)) {
                return shape.refused();
            }
        }
        return Parsed.valid(new MainlandMobile("+86" + plain.substring(plain.length() - DIGITS)));
    }

    /** The eleven digits without the country code. */
    public String national() {
        return value.substring(3);
    }

    /** The number with its middle hidden. */
    public String masked() {
        return value.substring(3, 6) + "****" + value.substring(10);
    }

    @Override
    public String toString() {
        return masked();
    }
}
