package org.tongban.core.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/** Reads the sets on the class path: trees in a file each, the flat ones of Fields 8 together in one. */
final class ShippedSets {
    private static final String DIVISION = "division";
    /** The product classification is not to be had as data: what is shipped shows its shape and is marked so (CO-70). */
    private static final String DEMONSTRATION = "product-category";

    /** Read once: declarations ask before there is a context, and its beans ask again. */
    private static final Map<String, ReferenceSet> ALL = new ShippedSets().read();

    private final Map<String, List<ReferenceEntry>> sets = new LinkedHashMap<>();

    private ShippedSets() {}

    /** The sets by name, never changed. */
    static Map<String, ReferenceSet> all() {
        return ALL;
    }

    private Map<String, ReferenceSet> read() {
        for (var set : List.of("gbt4754", "country")) {
            each(set, row -> add(set, titled(row, parent(row), null)));
        }
        each(DIVISION, row -> add(DIVISION, titled(row, parent(row), ended(row))));
        each(DEMONSTRATION, row -> add(DEMONSTRATION, category(row)));
        each("choices", row -> add(row.getField("set"), titled(row, null, null)));
        var ready = new LinkedHashMap<String, ReferenceSet>();
        sets.forEach((name, entries) -> ready.put(name, new ReferenceSet(entries)));
        return Collections.unmodifiableMap(ready);
    }

    private void add(String set, ReferenceEntry entry) {
        sets.computeIfAbsent(set, name -> new ArrayList<>()).add(entry);
    }

    /** The names of cities and counties have no English beside their Chinese. */
    private static ReferenceEntry titled(NamedCsvRecord row, @Nullable String parent, @Nullable LocalDate ended) {
        var zh = row.getField("title");
        var en = row.getField("titleEn");
        var title = new Title(zh, en.isEmpty() ? zh : en);
        return new ReferenceEntry(row.getField("code"), title, parent, false, false, false, ended);
    }

    private static ReferenceEntry category(NamedCsvRecord row) {
        return new ReferenceEntry(
                row.getField("code"),
                new Title(row.getField("name"), row.getField("name")),
                parent(row),
                row.getField("regulated").equals("yes"),
                row.getField("certified").equals("yes"),
                true,
                null);
    }

    private static @Nullable String parent(NamedCsvRecord row) {
        var parent = row.getField("parent");
        return parent.isEmpty() ? null : parent;
    }

    private static @Nullable LocalDate ended(NamedCsvRecord row) {
        var ended = row.getField("ended");
        return ended.isEmpty() ? null : LocalDate.parse(ended);
    }

    private static void each(String file, Consumer<NamedCsvRecord> row) {
        var stream = ShippedSets.class.getResourceAsStream("/reference/" + file + ".csv");
        if (stream == null) {
            throw new IllegalStateException("reference/" + file + ".csv is not on the class path");
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            rows.forEach(row);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
