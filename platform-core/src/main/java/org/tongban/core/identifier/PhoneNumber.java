package org.tongban.core.identifier;

import java.util.regex.Pattern;

/**
 * A phone number of any country in E.164, for realms that allow others than mainland mobiles (CO-72, ID-25); one of
 * {@code +86} is a mainland mobile. {@link #toString} masks it.
 */
public record PhoneNumber(String value) {
    /** The country codes that ITU-T E.164 assigns to countries; those of worldwide services are nobody's phone. */
    private static final String COUNTRIES = "1|7|20|27|3[0-4]|36|39|4[01]|4[3-9]|5[1-8]|6[0-6]|8[1246]|9[0-5]|98"
            + "|21[12368]|2[2-4]\\d|25[0-8]|26\\d|29[01789]|35\\d|37\\d|38[0-35-79]|42[013]|50\\d|59\\d|67[02-9]"
            + "|68[0-35-9]|69[0-2]|85[02356]|880|886|96[0-8]|97[0-7]|99[2-68]";

    private static final Pattern COUNTRY = Pattern.compile("\\+(" + COUNTRIES + ")\\d*");
    /** How it is spelt in E.164, whatever the country. */
    static final Shape SHAPE = new Shape(
            "",
            "^\\+[1-9]\\d{6,14}$",
            "shape",
            "电话号码应以 + 和国家代码开头，共 7 至 15 位数字",
            "A phone number begins with + and the country code, 7 to 15 digits in all");

    private static final Pattern BETWEEN = Pattern.compile("[-().]");
    private static final String MAINLAND = "+86";

    public PhoneNumber {
        if (!SHAPE.holds(value) || !COUNTRY.matcher(value).matches()) {
            throw new IllegalArgumentException("not a phone number in E.164");
        }
    }

    /** Reads a number as typed: {@code +} or {@code 00}, the country code, and the number there. */
    public static Parsed<PhoneNumber> parse(String typed) {
        var plain = BETWEEN.matcher(Folding.identifier(typed)).replaceAll("");
        var number = plain.startsWith("00") ? "+" + plain.substring(2) : plain;
        if (number.startsWith(MAINLAND)) {
            return switch (MainlandMobile.parse(number)) {
                case Parsed.Valid<MainlandMobile> mobile ->
                    Parsed.valid(new PhoneNumber(mobile.identifier().value()));
                case Parsed.Refused<MainlandMobile>(var code, var message) -> new Parsed.Refused<>(code, message);
            };
        }
        if (!SHAPE.holds(number)) {
            return SHAPE.refused();
        }
        if (!COUNTRY.matcher(number).matches()) {
            return Parsed.refused("country-code", "电话号码开头的国家代码不存在", "The number begins with no country's code");
        }
        return Parsed.valid(new PhoneNumber(number));
    }

    /** The number with its middle hidden. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
