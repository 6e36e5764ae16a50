package org.tongban.core.identifier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongban.core.module.Title;

/**
 * A person's document of one of the kinds of the reference set {@code id-document}, its number canonical (CO-72). Only
 * those of the resident scheme have a check digit; of the others the format is all there is to see. {@link #toString}
 * masks it.
 */
public record IdDocument(Kind kind, String value) {
    private static final Pattern REGIONS = Pattern.compile("8[123]0000.*");
    private static final Title HK_MACAO =
            new Title("港澳居民来往内地通行证号码为H或M加8位或10位数字", "The number of the permit is H or M, then 8 or 10 digits");
    private static final Title TAIWAN =
            new Title("台湾居民来往大陆通行证号码为8位或10位数字", "The number of the permit is 8 or 10 digits");
    private static final Title PASSPORT = new Title(
            "护照号码为E、G、D、S或P加8位数字，或E加一个字母（I、O除外）和7位数字",
            "The number is E, G, D, S or P and 8 digits, or E, a letter other than I and O, and 7 digits");
    private static final Title FOREIGN =
            new Title("外国护照号码为5至17位字母和数字", "The number of a foreign passport is 5 to 17 letters and digits");
    private static final Title RESIDENCE = new Title(
            "外国人永久居留身份证号码为3个字母加12位数字，或以9开头的18位号码",
            "The number of the card is 3 letters and 12 digits, or 18 characters that begin with 9");

    /** The kinds, by their codes in the reference set. */
    public enum Kind {
        RESIDENT_ID("resident-id", "[0-9]{17}[0-9X]"),
        HK_MACAO_PERMIT("hk-macao-permit", "[HM][0-9]{8}([0-9]{2})?"),
        TAIWAN_PERMIT("taiwan-permit", "[0-9]{8}([0-9]{2})?"),
        HK_MACAO_TAIWAN_RESIDENCE("hk-macao-taiwan-residence", "8[123]0000[0-9]{11}[0-9X]"),
        PASSPORT_CN("passport-cn", "[EGDSP][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}"),
        PASSPORT_FOREIGN("passport-foreign", "[A-Z0-9]{5,17}"),
        FOREIGN_PERMANENT_RESIDENCE("foreign-permanent-residence", "[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]");

        private final String code;
        private final Pattern shape;

        Kind(String code, String shape) {
            this.code = code;
            this.shape = Pattern.compile(shape);
        }

        /** The code in the reference set, and the name of its check in forms. */
        public String code() {
            return code;
        }

        /** The kind of a code. */
        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }

        private boolean fits(String number) {
            return shape.matcher(number).matches() && (!hasCheckDigit() || ResidentId.isWellFormed(number));
        }

        private boolean hasCheckDigit() {
            return this == RESIDENT_ID || this == HK_MACAO_TAIWAN_RESIDENCE;
        }
    }

    public IdDocument {
        if (!kind.fits(value)) {
            throw new IllegalArgumentException("not a canonical number of a " + kind.code());
        }
    }

    /** Reads a number as typed; a date of birth in a resident number may not lie after {@code today}. */
    public static Parsed<IdDocument> parse(Kind kind, String typed, LocalDate today) {
        var number = Folding.identifier(typed);
        return switch (kind) {
            case RESIDENT_ID -> resident(kind, number, today);
            case HK_MACAO_TAIWAN_RESIDENCE ->
                number.length() != 18 || REGIONS.matcher(number).matches()
                        ? resident(kind, number, today)
                        : Parsed.refused(
                                "region",
                                "港澳台居民居住证号码应以810000、820000或830000开头",
                                "The number of such a residence permit begins with 810000, 820000 or 830000");
            case HK_MACAO_PERMIT -> byFormat(kind, number, Set.of(9, 11), "HM", HK_MACAO);
            case TAIWAN_PERMIT -> byFormat(kind, number, Set.of(8, 10), "", TAIWAN);
            case PASSPORT_CN -> byFormat(kind, number, Set.of(9), "EGDSP", PASSPORT);
            case PASSPORT_FOREIGN ->
                byFormat(kind, number, Set.of(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17), "", FOREIGN);
            case FOREIGN_PERMANENT_RESIDENCE -> byFormat(kind, number, Set.of(15, 18), "", RESIDENCE);
        };
    }

    private static Parsed<IdDocument> resident(Kind kind, String number, LocalDate today) {
        return switch (ResidentId.parse(number, today)) {
            case Parsed.Valid<ResidentId> valid ->
                Parsed.valid(new IdDocument(kind, valid.identifier().value()));
            case Parsed.Refused<ResidentId>(var code, var message) -> new Parsed.Refused<>(code, message);
        };
    }

    private static Parsed<IdDocument> byFormat(
            Kind kind, String number, Set<Integer> lengths, String firstLetters, Title message) {
        if (!lengths.contains(number.length())) {
            return new Parsed.Refused<>("length", message);
        }
        if (!firstLetters.isEmpty() && firstLetters.indexOf(number.charAt(0)) < 0) {
            return new Parsed.Refused<>("first-letter", message);
        }
        return kind.fits(number)
                ? Parsed.valid(new IdDocument(kind, number))
                : new Parsed.Refused<>("characters", message);
    }

    /** The number with all but its ends hidden. */
    public String masked() {
        return value.charAt(0) + "*".repeat(value.length() - 3) + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
