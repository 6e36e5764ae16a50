package org.tongban.core.page;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the partials in {@code views/page/} show, one record each; every text is in the request's language already. Values
 * are escaped by the template.
 */
public sealed interface Component {
    /** A piece of text, marked where it is what was searched for. */
    record Part(String text, boolean hit) implements Component {}

    /** A state by word; {@code code} chooses colour and icon. */
    record StateTag(String code, String title) implements Component {}

    /** A titled value; {@code href} leads to more of it. */
    record Row(String title, List<Part> value, @Nullable String href) implements Component {
        public Row(String title, List<Part> value) {
            this(title, value, null);
        }
    }

    /** A result: {@code href} leads to its page. */
    record Card(String href, List<Part> name, StateTag state, List<Row> rows) implements Component {}

    /** A titled group of a detail page: rows, a table, or both. */
    record Section(
            String anchor,
            String title,
            List<Row> rows,
            @Nullable Table table) implements Component {}

    /**
     * A table under the title of its section.
     *
     * @param figures whether its columns are numbers, each row of which the first column names
     */
    record Table(String caption, List<String> columns, List<List<String>> rows, boolean figures) implements Component {
        public Table(String caption, List<String> columns, List<List<String>> rows) {
            this(caption, columns, rows, false);
        }

        /** A cell with what it is a value of; {@code head} names its row. */
        public record Cell(String label, String text, boolean head) {}

        /** The rows, cell by cell. */
        public List<List<Cell>> lines() {
            return rows.stream()
                    .map(row -> IntStream.range(0, row.size())
                            .mapToObj(i -> new Cell(columns.get(i), row.get(i), figures && i == 0))
                            .toList())
                    .toList();
        }
    }

    /** A control of a form: a choice where there are options, else a line of text. */
    record Control(String id, String name, String label, String value, List<Option> options) implements Component {}

    /** A value of a choice. */
    record Option(String value, String title, boolean selected) implements Component {}

    /** A parameter that a form carries along. */
    record Hidden(String name, String value) implements Component {}

    /** The way to the pages before and after; absent at the ends (CO-11). */
    record Pager(@Nullable String previous, @Nullable String next) implements Component {}

    /** What to try where nothing was found, and what would be found. */
    record Empty(String title, List<String> advice, List<Lead> leads) implements Component {
        /** Without anything that would be found. */
        public Empty(String title, List<String> advice) {
            this(title, advice, List.of());
        }
    }

    /** A way to something near. */
    record Lead(String href, String text) implements Component {}

    /** What is wrong with the input, each linked to its control (PO-8). */
    record ErrorSummary(String title, List<Problem> problems) implements Component {}

    /** One thing that is wrong. */
    record Problem(String href, String text) implements Component {}

    /** A sentence above the content; {@code kind} is {@code info} or {@code warning}. */
    record Notice(String kind, String text) implements Component {}
}
