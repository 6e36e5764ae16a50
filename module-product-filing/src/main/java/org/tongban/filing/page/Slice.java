package org.tongban.filing.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one page, with the cursors before and behind it (CO-11).
 *
 * @param prev null on the first page
 * @param next null on the last page
 */
public record Slice<T>(List<T> rows, @Nullable String prev, @Nullable String next) {
    /**
     * The page in what was read.
     *
     * @param read up to {@code limit + 1} rows in the direction of the cursor, so that one too many shows that more follow
     */
    public static <T> Slice<T> of(List<T> read, int limit, @Nullable Cursor cursor, Function<T, String> key) {
        var more = read.size() > limit;
        var rows = more ? read.subList(0, limit) : read;
        var onwards = Cursor.isOnwards(cursor);
        var ordered = onwards ? List.copyOf(rows) : rows.reversed().stream().toList();
        if (ordered.isEmpty()) {
            return new Slice<>(ordered, null, null);
        }
        var before = onwards ? cursor != null : more;
        var behind = onwards ? more : true;
        return new Slice<>(
                ordered,
                before ? new Cursor(false, key.apply(ordered.getFirst())).text() : null,
                behind ? new Cursor(true, key.apply(ordered.getLast())).text() : null);
    }

    /** The same page with each row as it leaves the API. */
    public <R> List<R> map(Function<T, R> view) {
        return rows.stream().map(view).toList();
    }
}
