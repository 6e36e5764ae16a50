package org.tongban.core.publicdata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A table of counts that anyone may read (PF-72).
 *
 * @param code its stable name for machines, unique within the collection
 * @param definition what exactly is counted, and what is not shown, in plain words
 * @param columns the headings of the counts, by stable codes
 * @param rows each with as many counts as there are columns
 */
public record PublicStatistic(String code, Title title, Title definition, List<Heading> columns, List<Row> rows) {
    public PublicStatistic {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a row or a column is about. */
    public record Heading(String code, Title title) {}

    /** A row of counts. */
    public record Row(Heading heading, List<Count> counts) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    /**
     * A count.
     *
     * @param value null where it is not to be shown
     */
    public record Count(@Nullable Long value) {
        /** One that is not to be shown. */
        public static final Count HIDDEN = new Count(null);
    }
}
