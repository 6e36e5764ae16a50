package org.tongban.core.web;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Rows as the arrays that a statement over many of them unnests: one for each column, in the order of the rows. */
public final class Columns {
    private Columns() {}

    /** What a row has in a column. */
    @FunctionalInterface
    public interface Value<T> {
        /** The value, whose text PostgreSQL casts to the column's type. */
        @Nullable
        Object of(T row);
    }

    /** One column of the rows. */
    public static <T> @Nullable String[] of(Collection<T> rows, Value<T> value) {
        var column = new @Nullable String[rows.size()];
        int place = 0;
        for (var row : rows) {
            var found = value.of(row);
            column[place++] = found == null ? null : found.toString();
        }
        return column;
    }

    /** The column that values make by themselves, ids say. */
    public static <T> @Nullable String[] of(Collection<T> values) {
        return of(values, value -> value);
    }
}
