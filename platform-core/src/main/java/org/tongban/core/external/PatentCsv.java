package org.tongban.core.external;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.module.Title;
import org.tongban.core.task.JobRejection;
import org.tongban.core.web.Violation;

/** Reads the records of a chunk: good rows become entries, the latest for each number, the others rejections. */
final class PatentCsv {
    private final List<String> header;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<JobRejection> rejections = new ArrayList<>();
    private int rows;

    PatentCsv(List<String> header) {
        this.header = List.copyOf(header);
    }

    /**
     * A record of a chunk.
     *
     * @param line the line it begins in, the chunk's first being 0
     * @param broken whether it is no CSV: its one field is then the whole of it
     */
    record Row(long line, List<String> fields, boolean broken) {}

    /** The records of a chunk, without empty lines. */
    static List<Row> rows(CsvChunk chunk, @Nullable Charset charset) {
        try {
            return parsed(chunk.text(charset), 0);
        } catch (CsvParseException broken) {
            return oneByOne(chunk.texts(charset));
        }
    }

    /** A record that is no CSV must not hide the others of its chunk. */
    private static List<Row> oneByOne(List<String> texts) {
        var rows = new ArrayList<Row>();
        var line = 0L;
        for (var text : texts) {
            try {
                rows.addAll(parsed(text, line));
            } catch (CsvParseException broken) {
                rows.add(new Row(line, List.of(text.strip()), true));
            }
            line += text.chars().filter(character -> character == '\n').count();
        }
        return rows;
    }

    private static List<Row> parsed(String text, long line) {
        try (var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text)) {
            return reader.stream()
                    .map(row -> new Row(line + row.getStartingLineNumber() - 1, row.getFields(), false))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a row of a chunk whose first line is {@code first} in the file. */
    void read(Row row, long first) {
        rows++;
        var line = first + row.line();
        if (row.broken()) {
            reject(line, row, "quote", new Title("引号使用有误", "A quote stands where none may"));
        } else if (row.fields().size() != header.size()) {
            var found = row.fields().size();
            reject(
                    line,
                    row,
                    "field-count",
                    new Title(
                            "应有%d列，实有%d列".formatted(header.size(), found),
                            "%d columns instead of %d".formatted(found, header.size())));
        } else {
            readFields(line, row);
        }
    }

    private void readFields(long line, Row row) {
        var fields = new HashMap<String, String>();
        for (var i = 0; i < header.size(); i++) {
            fields.put(header.get(i), row.fields().get(i));
        }
        switch (PatentRow.read(fields)) {
            case PatentRow.Read.Good good -> keep(good.entry());
            case PatentRow.Read.Bad bad ->
                reject(line, row, bad.violations().getFirst().code(), all(bad.violations()));
        }
    }

    /** The entries to store, at most one for each number. */
    Collection<Entry> entries() {
        return entries.values();
    }

    List<JobRejection> rejections() {
        return rejections;
    }

    int rows() {
        return rows;
    }

    private void keep(Entry entry) {
        entries.merge(
                entry.number().value(),
                entry,
                (before, next) -> next.statusOn().isAfter(before.statusOn()) ? next : before);
    }

    private void reject(long line, Row row, String reason, Title message) {
        rejections.add(new JobRejection(line, String.join(",", row.fields()), reason, message));
    }

    private static Title all(List<Violation> violations) {
        return new Title(
                violations.stream().map(found -> found.message().zh()).collect(Collectors.joining("；")),
                violations.stream().map(found -> found.message().en()).collect(Collectors.joining("; ")));
    }
}
