package org.tongban.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The generated page: a row for each figure. Rows of suites that did not run this time stay as they are. */
record Page(Path file) {
    private static final String HEAD = """
        # What it survives and refuses

        Made by `infra/faults/run`; not written by hand. Each suite runs against the built distribution (`-Xmx512m`), a real
        PostgreSQL and a real object store on one machine. `infra/faults/run --seed <seed> <suite>` runs one again.

        | suite | rules | runs | figure | wanted | measured | met | machine, date, seed |
        |---|---|---|---|---|---|---|---|
        """;
    private static final long GIBIBYTE = 1L << 30;

    void write(Map<Suite, Result> results, String date, long seed) throws IOException {
        var rows = new ArrayList<String>();
        var old = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        for (var suite : Suite.values()) {
            var result = Optional.ofNullable(results.get(suite));
            var begins = "| " + suite.id() + " |";
            rows.addAll(result.map(done -> rows(suite, done, machine() + ", " + date + ", " + seed))
                    .orElseGet(() ->
                            old.stream().filter(line -> line.startsWith(begins)).toList()));
        }
        Files.writeString(file, HEAD + String.join("\n", rows) + "\n");
    }

    private static List<String> rows(Suite suite, Result result, String where) {
        return result.figures().stream()
                .map(figure -> "| %s | %s | %s | %s | %s | %s | %s | %s |"
                        .formatted(
                                suite.id(),
                                suite.rules(),
                                result.runs(),
                                figure.what(),
                                figure.wanted(),
                                figure.measured(),
                                figure.met() ? "yes" : "**no**",
                                where))
                .toList();
    }

    private static String machine() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return "%s %s, %d processors, %d GB, Java %d"
                .formatted(
                        system.getName(),
                        system.getArch(),
                        system.getAvailableProcessors(),
                        Math.round((double) system.getTotalMemorySize() / GIBIBYTE),
                        Runtime.version().feature());
    }
}
