package org.tongban.filing.statistic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicStatistic;
import org.tongban.core.publicdata.PublicStatistic.Count;
import org.tongban.core.publicdata.PublicStatistic.Heading;
import org.tongban.core.publicdata.PublicStatistic.Row;

/** Counters laid out as a table, with a column for each state. */
final class CountTable {
    private final List<Column> columns;
    private final Map<String, Map<String, Long>> sums = new HashMap<>();

    /**
     * A table of the counters.
     *
     * @param row the code of the row that a counter belongs to
     */
    CountTable(List<Column> columns, Stream<Counted> counters, Function<Counted, String> row) {
        this.columns = columns;
        counters.forEach(counted -> sums.computeIfAbsent(row.apply(counted), code -> new HashMap<>())
                .merge(counted.state(), counted.count(), Long::sum));
    }

    /**
     * A column.
     *
     * @param state as the counters write it
     */
    record Column(String state, Heading heading) {}

    /** Which counts of a column are not shown, by their places in the order of the rows. */
    interface Hiding {
        /** Shows all. */
        Hiding NONE = counts -> Set.of();

        Set<Integer> hidden(List<Long> counts);
    }

    /** The codes of the rows that have counts. */
    Stream<String> codes() {
        return sums.keySet().stream();
    }

    /** The table with these rows, nought where nothing is counted. */
    PublicStatistic of(String code, Title title, Title definition, List<Heading> rows, Hiding hiding) {
        var shown = columns.stream().map(column -> shown(rows, column, hiding)).toList();
        return new PublicStatistic(
                code,
                title,
                definition,
                columns.stream().map(Column::heading).toList(),
                IntStream.range(0, rows.size())
                        .mapToObj(at -> new Row(
                                rows.get(at),
                                shown.stream().map(counts -> counts.get(at)).toList()))
                        .toList());
    }

    /** The counts of a column, in the order of the rows. */
    private List<Count> shown(List<Heading> rows, Column column, Hiding hiding) {
        var counts = rows.stream().map(row -> count(row, column)).toList();
        var hidden = hiding.hidden(counts);
        return IntStream.range(0, counts.size())
                .mapToObj(at -> hidden.contains(at) ? Count.HIDDEN : new Count(counts.get(at)))
                .toList();
    }

    private long count(Heading row, Column column) {
        return sums.getOrDefault(row.code(), Map.of()).getOrDefault(column.state(), 0L);
    }
}
