package org.tongban.core.web.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.identifier.ResidentId;
import org.tongban.core.message.Masked;

/**
 * The digest of an audit record as it may be kept (CO-55, CO-58): whoever writes it masks what is personal, and what gets
 * here all the same is masked or refused. Nothing can be taken out of the trail again.
 */
final class MaskedDigest {
    private static final Pattern ID_NUMBER = Pattern.compile("(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9A-Za-z])(\\+86)?(1[3-9][0-9]{9})(?![0-9A-Za-z])");
    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z])[0-9]{16,19}(?![0-9A-Za-z])");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private static final String COUNTRY = "+86";
    private static final int SHOWN_OF_CARD = 4;
    /** Beyond it a number of JSON is not the same number to everybody (RFC 8785). */
    private static final long MOST_EXACT = (1L << 53) - 1;

    private MaskedDigest() {}

    /** The digest with every text masked where it holds something personal. */
    static Map<String, Object> of(Map<String, Object> digest) {
        var masked = new LinkedHashMap<String, Object>();
        digest.forEach((name, value) -> masked.put(name, value(value)));
        return masked;
    }

    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Encrypted sealed -> throw new IllegalArgumentException("a sealed value in the digest of a record");
            case byte[] bytes -> throw new IllegalArgumentException("bytes in the digest of a record");
            case Map<?, ?> map -> members(map);
            case Collection<?> list -> list.stream().map(MaskedDigest::value).toList();
            case Boolean truth -> truth;
            case Long number when Math.abs(number) > MOST_EXACT -> number.toString();
            case Integer number -> number;
            case Long number -> number;
            case BigDecimal number -> number.toPlainString();
            default -> text(value.toString());
        };
    }

    private static Map<String, Object> members(Map<?, ?> map) {
        var masked = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> masked.put(String.valueOf(name), value(value)));
        return masked;
    }

    static String text(String text) {
        var masked = replaced(ID_NUMBER, text, MaskedDigest::idNumber);
        masked = replaced(PHONE, masked, found -> Masked.phone(COUNTRY + found.group(2)));
        masked = replaced(CARD, masked, MaskedDigest::card);
        return replaced(EMAIL, masked, found -> Masked.email(found.group()));
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> mask) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(mask.apply(found)));
    }

    private static String idNumber(MatchResult found) {
        return ResidentId.parse(found.group(), LocalDate.MAX)
                .value()
                .map(ResidentId::masked)
                .orElse(found.group());
    }

    /** Of what has a card's check digit the last four. */
    private static String card(MatchResult found) {
        var digits = found.group();
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0
                ? "*".repeat(digits.length() - SHOWN_OF_CARD) + digits.substring(digits.length() - SHOWN_OF_CARD)
                : digits;
    }
}
