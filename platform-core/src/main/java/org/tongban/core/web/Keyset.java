package org.tongban.core.web;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cursors of lists that are ordered by id, newest first (CO-11): opaque outside; inside the id at the edge of a page, and
 * which way the list goes on from there.
 */
public final class Keyset {
    /** Above every id: where the first page begins. */
    public static final UUID FIRST = new UUID(-1, -1);

    private static final int BYTES = 2 * Long.BYTES + 1;

    private Keyset() {}

    /**
     * Where a page begins.
     *
     * @param edge the id beside it, which is not on it
     * @param towardsNewer whether the page lies above the edge, as pages before do
     * @param question the list with its filters, of which it is a place ({@link Cursors})
     */
    public record Place(UUID edge, boolean towardsNewer, String question) {}

    /** Reads at most {@code most} rows beside an id, the nearest first. */
    @FunctionalInterface
    public interface Rows<R> {
        List<R> beside(UUID edge, int most);
    }

    /**
     * The place that a cursor names, the beginning where there is none.
     *
     * @throws DomainException where the cursor is not one of ours
     */
    public static Place place(@Nullable String cursor) {
        return place(cursor, Cursors.ofRequest());
    }

    /**
     * The same of a list that is asked for at more than one address.
     *
     * @param question the list with its filters
     */
    public static Place place(@Nullable String cursor, String question) {
        if (cursor == null) {
            return new Place(FIRST, false, question);
        }
        var bytes = ByteBuffer.wrap(Cursors.read(cursor, question));
        if (bytes.remaining() == BYTES) {
            var edge = new UUID(bytes.getLong(), bytes.getLong());
            return new Place(edge, bytes.get() != 0, question);
        }
        throw DomainException.of(CoreError.BAD_CURSOR);
    }

    /**
     * The page of at most {@code limit} rows at a place, with the cursors of its neighbours.
     *
     * @param below what is older than an id, newest first
     * @param above what is newer than an id, oldest first
     * @param view what leaves the API of a row
     */
    public static <R, V> PageOf<V> page(
            Place place, int limit, Rows<R> below, Rows<R> above, Function<R, UUID> id, Function<R, V> view) {
        var read = (place.towardsNewer() ? above : below).beside(place.edge(), limit + 1);
        boolean goesOn = read.size() > limit;
        var rows = read.subList(0, Math.min(limit, read.size()));
        if (place.towardsNewer()) {
            rows = rows.reversed();
        }
        if (rows.isEmpty()) {
            return new PageOf<>(List.of(), null, null);
        }
        boolean older = goesOn || place.towardsNewer();
        boolean newer = place.towardsNewer() ? goesOn : !place.edge().equals(FIRST);
        return new PageOf<>(
                rows.stream().map(view).toList(),
                older ? cursor(id.apply(rows.getLast()), false, place.question()) : null,
                newer ? cursor(id.apply(rows.getFirst()), true, place.question()) : null);
    }

    /**
     * The id that a page begins below, for lists that are read in one direction only.
     *
     * @throws DomainException where the cursor is not one of such a list
     */
    public static UUID before(@Nullable String cursor) {
        var place = place(cursor);
        if (place.towardsNewer()) {
            throw DomainException.of(CoreError.BAD_CURSOR);
        }
        return place.edge();
    }

    /**
     * The page of at most {@code limit} rows, made from {@code limit + 1} rows read; it knows no page before.
     *
     * @param view what leaves the API of a row
     */
    public static <R, V> PageOf<V> page(List<R> rows, int limit, Function<R, UUID> id, Function<R, V> view) {
        var items = rows.stream().limit(limit).map(view).toList();
        var next = rows.size() > limit ? cursor(id.apply(rows.get(limit - 1)), false, Cursors.ofRequest()) : null;
        return new PageOf<>(items, next, null);
    }

    private static String cursor(UUID edge, boolean towardsNewer, String question) {
        var place = ByteBuffer.allocate(BYTES)
                .putLong(edge.getMostSignificantBits())
                .putLong(edge.getLeastSignificantBits())
                .put((byte) (towardsNewer ? 1 : 0));
        return Cursors.written(question, place.array());
    }
}
