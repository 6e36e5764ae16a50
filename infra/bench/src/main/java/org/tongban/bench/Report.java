package org.tongban.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Places;

/** Keeps each row's last result beside the data, and makes the page of all of them, so that a row can be run alone. */
final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path results;
    private final Path page;
    private final Places places;
    private final Options options;

    Report(Path data, Places places, Options options) {
        this.results = data.resolve(options.brief() ? "results-short" : "results");
        this.page = options.brief()
                ? data.resolve("performance-short.md")
                : places.root().resolve("docs/performance.md");
        this.places = places;
        this.options = options;
    }

    /** What a row came to. */
    record Result(String id, String day, String data, String machine, List<Figure> figures) {}

    void add(Row row, List<Figure> figures) {
        var result = new Result(
                row.id(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                "%,d".formatted(options.rows()),
                Machine.describe(places),
                figures);
        figures.forEach(figure -> System.out.printf(
                "%s %s: %s, reference %s, ratio %s (%s) %s%n",
                row.id(),
                figure.what(),
                figure.measured(),
                figure.reference(),
                figure.ratio(),
                figure.target(),
                figure.verdict()));
        try {
            Files.createDirectories(results);
            JSON.writeValue(results.resolve(row.id() + ".json").toFile(), result);
        } catch (IOException e) {
            throw new BenchFailed("A result cannot be kept: " + e.getMessage(), e);
        }
    }

    void write(List<Row> rows) {
        try {
            var kept = new ArrayList<Result>();
            for (var row : rows) {
                read(row.id()).ifPresent(kept::add);
            }
            var notes = Files.readString(places.root().resolve("infra/bench/notes.md"));
            Files.createDirectories(page.resolveSibling(""));
            var before = Files.exists(page) ? Files.readString(page) : "";
            Files.writeString(page, Page.of(rows, kept, notes, before));
            System.out.println("Written: " + page);
        } catch (IOException e) {
            throw new BenchFailed("The page cannot be written: " + e.getMessage(), e);
        }
    }

    private Optional<Result> read(String id) throws IOException {
        var file = results.resolve(id + ".json");
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Result.class)) : Optional.empty();
    }
}
