package org.tongban.core.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tongban.core.calendar.Notice.NamedDay;

/** Reads the notices that come with the platform, a row for each unbroken run of days. */
final class ShippedNotices {
    private static final String FILE = "/calendar/holidays.csv";

    private ShippedNotices() {}

    static Map<Integer, Notice> read() {
        var days = new TreeMap<Integer, List<NamedDay>>();
        var stream = Objects.requireNonNull(ShippedNotices.class.getResourceAsStream(FILE), FILE);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            rows.forEach(
                    row -> days.computeIfAbsent(Integer.parseInt(row.getField("notice")), year -> new ArrayList<>())
                            .addAll(run(row)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var notices = new TreeMap<Integer, Notice>();
        days.forEach((year, named) -> notices.put(year, Notice.of(year, named, true)));
        return notices;
    }

    private static List<NamedDay> run(NamedCsvRecord row) {
        var free = row.getField("kind").equals("off");
        return LocalDate.parse(row.getField("from"))
                .datesUntil(LocalDate.parse(row.getField("to")).plusDays(1))
                .map(date -> new NamedDay(date, row.getField("name"), free))
                .toList();
    }
}
