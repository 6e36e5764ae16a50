package org.tongban.core.publicdata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A record of a public collection as any portal can show it without knowing the module: a name, its state in words, the
 * fields that the card of a result shows, and sections of a page. Only what is public is in it.
 *
 * @param state the state's code; {@code stateTitle} is its word and {@code stateMeaning} says in one sentence what it is
 * @param summary fields shown on the card of a result
 * @param sections the page of the record; empty in lists
 * @param pictures paths of public pictures, the main one first
 * @param changedAt the time of the last public change, for {@code Last-Modified}
 */
public record PublicRecord(
        UUID id,
        String name,
        String state,
        Title stateTitle,
        Title stateMeaning,
        List<Field> summary,
        List<Section> sections,
        List<String> pictures,
        Instant changedAt) {
    /** The same with other fields on its card. */
    public PublicRecord withSummary(List<Field> fields) {
        return new PublicRecord(id, name, state, stateTitle, stateMeaning, fields, sections, pictures, changedAt);
    }

    /** A titled group: key and value rows, a table, or both. */
    public record Section(
            Title title, List<Field> fields, @Nullable Table table) {}

    /**
     * A titled value.
     *
     * @param code its stable name for machines
     * @param number the value for machines, where it counts something
     * @param link the path of the page that says more of it
     */
    public record Field(
            String code,
            Title title,
            Title value,
            @Nullable Integer number,
            @Nullable String link) {
        public Field(String code, Title title, Title value) {
            this(code, title, value, null, null);
        }

        /** The same with what it counts. */
        public Field withNumber(int counted) {
            return new Field(code, title, value, counted, link);
        }

        /** The same with a link to a page of the platform. */
        public Field withLink(String path) {
            return new Field(code, title, value, number, path);
        }
    }

    /** A table with a header. */
    public record Table(List<Title> columns, List<List<Title>> rows) {}

    /** A date as the portal shows it in Chinese and English. */
    public static Title date(LocalDate date) {
        return new Title(
                "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), date.toString());
    }
}
