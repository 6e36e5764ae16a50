package org.tongban.filing.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins (CO-11): behind a key, onwards or backwards. Outside it is an opaque text.
 *
 * @param key the key of the row next to the page
 */
public record Cursor(boolean onwards, String key) {
    private static final Pattern TEXT = Pattern.compile("([+-])([0-9A-Za-z.-]{1,64})");

    /** The cursor of a text that {@link #text()} gave; empty for any other. */
    public static Optional<Cursor> parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var parts = TEXT.matcher(plain);
            return parts.matches()
                    ? Optional.of(new Cursor(parts.group(1).equals("+"), parts.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The cursor as clients hand it back. */
    public String text() {
        var plain = (onwards ? "+" : "-") + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether the page is read onwards; so is the first one, which has no cursor. */
    public static boolean isOnwards(@Nullable Cursor cursor) {
        return cursor == null || cursor.onwards();
    }
}
