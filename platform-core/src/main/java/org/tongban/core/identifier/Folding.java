package org.tongban.core.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The three foldings of text: of identifiers, of names to compare, and of text to search (CO-72, PF-20, PF-70). */
public final class Folding {
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int FIRST_HAN = 0x4E00;
    private static final int LAST_HAN = 0x9FFF;

    /** Raised whenever {@link #search} folds any text otherwise than it did: a test knows what belongs to this number. */
    private static final int SEARCH_VERSION = 1;

    private Folding() {}

    /** An identifier as typed, in half width, without spaces, its letters upper case. */
    public static String identifier(String typed) {
        // Only a-z are raised: the full Unicode rules would turn a few foreign letters into Latin ones.
        return withoutSpaces(typed, c -> {
            var half = halfWidth(c);
            return half >= 'a' && half <= 'z' ? half - 'a' + 'A' : half;
        });
    }

    /** A name for comparison: width, brackets and spaces no longer matter; upper and lower case do. */
    public static String name(String name) {
        var plain = plain(name);
        if (plain != null) {
            return plain;
        }
        var folded = withoutSpaces(Normalizer.normalize(name, Normalizer.Form.NFC), c -> bracket(halfWidth(c)));
        // What was apart or wide before may compose now, and must not do so the next time only.
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /**
     * The same for a name of Han characters and visible ASCII ones of either width, as almost all are, which need no look at
     * the tables of Unicode; null for any other.
     */
    private static @Nullable String plain(String name) {
        var folded = new StringBuilder(name.length());
        for (var i = 0; i < name.length(); i++) {
            var half = halfWidth(name.charAt(i));
            if (half > ' ' && half < 0x7F || half >= FIRST_HAN && half <= LAST_HAN) {
                folded.append((char) bracket(half));
            } else if (half != ' ') {
                return null;
            }
        }
        return folded.toString();
    }

    /**
     * A text for search: compatibility forms, case, traditional characters and punctuation no longer matter. Of the
     * traditional characters the frequent ones with one simplified form are known.
     */
    public static String search(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(TraditionalCharacters::simplified)
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /**
     * The version of {@link #search}, from 1. A text that was folded by an earlier one is to be folded anew before questions
     * of today find it: who stores folded texts stores the version beside them.
     */
    public static int searchVersion() {
        return SEARCH_VERSION;
    }

    private static String withoutSpaces(String text, IntUnaryOperator fold) {
        var folded = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSpace(c)).map(fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Zero-width characters come along when numbers are copied from pages: they count as spaces. */
    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static int halfWidth(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - FULL_WIDTH_OFFSET : c;
    }

    private static int bracket(int c) {
        return switch (c) {
            case '[', '【', '〔', '〈', '《', '{' -> '(';
            case ']', '】', '〕', '〉', '》', '}' -> ')';
            default -> c;
        };
    }
}
