package org.tongban.core.external;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** The records of a text. */
    static List<CsvRecord> records(String text) {
        try (var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a row that begins in the given line of the file. */
    void read(CsvRecord row, long line) {
        rows++;
        if (row.getFieldCount() != header.size()) {
            reject(
                    line,
                    row,
                    "field-count",
                    new Title(
                            "应有%d列，实有%d列".formatted(header.size(), row.getFieldCount()),
                            "%d columns instead of %d".formatted(row.getFieldCount(), header.size())));
            return;
        }
        var fields = new HashMap<String, String>();
        for (var i = 0; i < header.size(); i++) {
            fields.put(header.get(i), row.getField(i));
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

    private void reject(long line, CsvRecord row, String reason, Title message) {
        rejections.add(new JobRejection(line, String.join(",", row.getFields()), reason, message));
    }

    private static Title all(List<Violation> violations) {
        return new Title(
                violations.stream().map(found -> found.message().zh()).collect(Collectors.joining("；")),
                violations.stream().map(found -> found.message().en()).collect(Collectors.joining("; ")));
    }
}
