package org.tongban.filing.publicdata;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;

/**
 * A cursor of a search for a text (CO-11): opaque outside; inside the tier and position at the edge of a page, which way the
 * list goes on, and of which question it is, for the tiers of another one are others.
 *
 * @param rank the tier of the record beside the page
 * @param edge its position
 * @param towardsBetter whether the page lies before it
 */
record RankedCursor(int rank, UUID edge, boolean towardsBetter) {
    /** Where the first page begins. */
    static final RankedCursor FIRST = new RankedCursor(0, Keyset.FIRST, false);

    private static final int BYTES = Integer.BYTES + 2 + 2 * Long.BYTES;

    /**
     * Reads a cursor.
     *
     * @throws DomainException where it is none of ours, or another question's
     */
    static RankedCursor read(String text, PublicQuery query) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES && bytes.getInt() == mark(query)) {
                int rank = bytes.get();
                int way = bytes.get();
                if (rank >= 0 && (way == 0 || way == 1)) {
                    return new RankedCursor(rank, new UUID(bytes.getLong(), bytes.getLong()), way == 1);
                }
            }
        } catch (IllegalArgumentException ignored) {
            // Not base64: the same refusal as for any other text that is no cursor.
        }
        throw DomainException.of(CoreError.BAD_CURSOR);
    }

    String written(PublicQuery query) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putInt(mark(query))
                .put((byte) rank)
                .put((byte) (towardsBetter ? 1 : 0))
                .putLong(edge.getMostSignificantBits())
                .putLong(edge.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Of the text as typed and the filters, the same in every process. */
    private static int mark(PublicQuery query) {
        return List.of(query.text(), new TreeMap<>(query.facets()).toString()).hashCode();
    }
}
