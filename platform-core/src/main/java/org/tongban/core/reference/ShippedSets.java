package org.tongban.core.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/** Reads the sets on the class path: trees in a file each, the flat ones of Fields 8 together in one. */
final class ShippedSets {
    /** The product classification is not to be had as data: what is shipped shows its shape and is marked so (CO-70). */
    private static final String DEMONSTRATION = "product-category";

    private final Map<String, Map<String, ReferenceEntry>> sets = new LinkedHashMap<>();

    Map<String, Map<String, ReferenceEntry>> read() {
        for (var set : List.of("gbt4754", "country")) {
            each(set, row -> add(set, titled(row, parent(row))));
        }
        each(DEMONSTRATION, row -> {
            var regulated = row.getField("regulated").equals("yes");
            var name = new Title(row.getField("name"), row.getField("name"));
            add(DEMONSTRATION, new ReferenceEntry(row.getField("code"), name, parent(row), regulated, true));
        });
        each("choices", row -> add(row.getField("set"), titled(row, null)));
        sets.replaceAll((set, entries) -> Collections.unmodifiableMap(entries));
        return Collections.unmodifiableMap(sets);
    }

    private static ReferenceEntry titled(NamedCsvRecord row, @Nullable String parent) {
        var title = new Title(row.getField("title"), row.getField("titleEn"));
        return new ReferenceEntry(row.getField("code"), title, parent, false, false);
    }

    private static @Nullable String parent(NamedCsvRecord row) {
        var parent = row.getField("parent");
        return parent.isEmpty() ? null : parent;
    }

    private void add(String set, ReferenceEntry entry) {
        var entries = sets.computeIfAbsent(set, name -> new LinkedHashMap<>());
        if (entry.parent() != null && !entries.containsKey(entry.parent())) {
            throw new IllegalStateException("%s: %s stands below no code".formatted(set, entry.code()));
        }
        if (entries.put(entry.code(), entry) != null) {
            throw new IllegalStateException("%s: %s stands twice".formatted(set, entry.code()));
        }
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
