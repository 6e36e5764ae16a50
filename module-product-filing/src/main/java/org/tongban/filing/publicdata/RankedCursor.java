package org.tongban.filing.publicdata;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.Cursors;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;

/**
 * A cursor of a search for a text ({@link Cursors}): the tier and position at the edge of a page, and which way the list
 * goes on.
 *
 * @param rank the tier of the record beside the page
 * @param edge its position
 * @param towardsBetter whether the page lies before it
 */
record RankedCursor(int rank, UUID edge, boolean towardsBetter) {
    /** Where the first page begins. */
    static final RankedCursor FIRST = new RankedCursor(0, Keyset.FIRST, false);

    private static final int BYTES = 2 + 2 * Long.BYTES;

    /**
     * Reads a cursor.
     *
     * @throws DomainException where it is none of ours, or another question's
     */
    static RankedCursor read(String text) {
        var bytes = ByteBuffer.wrap(Cursors.read(text, Cursors.ofRequest()));
        if (bytes.remaining() == BYTES) {
            int rank = bytes.get();
            boolean towardsBetter = bytes.get() != 0;
            return new RankedCursor(rank, new UUID(bytes.getLong(), bytes.getLong()), towardsBetter);
        }
        throw DomainException.of(CoreError.BAD_CURSOR);
    }

    String written() {
        var bytes = ByteBuffer.allocate(BYTES)
                .put((byte) rank)
                .put((byte) (towardsBetter ? 1 : 0))
                .putLong(edge.getMostSignificantBits())
                .putLong(edge.getLeastSignificantBits());
        return Cursors.written(Cursors.ofRequest(), bytes.array());
    }
}
