package org.tongban.core.reference;

import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * What the codes of a set look like, and how deep a code stands by its own look (GB/T 4754, GB/T 2260, ISO 3166-1 and the
 * ten digits of the product classification).
 */
record CodeShape(Pattern pattern, ToIntFunction<String> level) {
    /** The shape of the codes of a set; the sets of Fields 8 are flat. */
    static CodeShape of(String set) {
        return switch (set) {
            case "gbt4754" -> of("[A-T]|[0-9]{2,4}", code -> code.length());
            case "division" -> of("[1-9][0-9]{5}", code -> code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3);
            case "product-category" -> of("([0-9]{2}){1,5}", code -> code.length() / 2);
            case "country" -> of("[A-Z]{2}", code -> 1);
            default -> of("[a-z0-9][a-z0-9-]{0,63}", code -> 1);
        };
    }

    private static CodeShape of(String pattern, ToIntFunction<String> level) {
        return new CodeShape(Pattern.compile(pattern), level);
    }

    boolean fits(String code) {
        return pattern.matcher(code).matches();
    }

    int levelOf(String code) {
        return level.applyAsInt(code);
    }
}
