package org.tongban.core.web;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that are ordered by id, newest first (CO-11): opaque outside, the last id of the page inside. */
public final class Keyset {
    /** Above every id: where the first page begins. */
    public static final UUID FIRST = new UUID(-1, -1);

    private static final int BYTES = 16;

    private Keyset() {}

    /**
     * The id that a page begins below.
     *
     * @throws DomainException where the cursor is not one of ours
     */
    public static UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return FIRST;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == BYTES) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException ignored) {
            // Not base64: the same refusal as for any other text that is no cursor.
        }
        throw DomainException.of(CoreError.BAD_CURSOR);
    }

    /**
     * The page of at most {@code limit} rows, made from {@code limit + 1} rows read.
     *
     * @param view what leaves the API of a row
     */
    public static <R, V> PageOf<V> page(List<R> rows, int limit, Function<R, UUID> id, Function<R, V> view) {
        var items = rows.stream().limit(limit).map(view).toList();
        var next = rows.size() > limit ? cursor(id.apply(rows.get(limit - 1))) : null;
        return new PageOf<>(items, next, null);
    }

    private static String cursor(UUID last) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
