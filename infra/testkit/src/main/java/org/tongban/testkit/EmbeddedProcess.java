package org.tongban.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The embedded PostgreSQL and object store as a process of their own. It ends with the process that started it, by the
 * end of its standard input.
 */
public final class EmbeddedProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile(":(\\d+)(?:/|$)");

    private final Process process;
    private final Map<String, String> environment;

    private EmbeddedProcess(Process process, Map<String, String> environment) {
        this.process = process;
        this.environment = environment;
    }

    /**
     * Starts the servers over a data folder and waits until they are ready.
     *
     * @param data the folder that keeps their data; what is there is kept
     */
    public static EmbeddedProcess start(Path data) {
        return start(data, Map.of());
    }

    /** Starts the servers of a data folder again, at the addresses where {@code before} had them. */
    public static EmbeddedProcess restart(Path data, EmbeddedProcess before) {
        return start(
                data,
                Map.of(
                        "EMBEDDED_PG_PORT",
                        port(before.environment.getOrDefault("DATABASE_URL", "")),
                        "EMBEDDED_S3_PORT",
                        port(before.environment.getOrDefault("S3_ENDPOINT", ""))));
    }

    private static EmbeddedProcess start(Path data, Map<String, String> ports) {
        var library = Path.of(System.getProperty("tongban.embedded", "")).resolve("lib");
        if (!Files.isDirectory(library)) {
            throw new IllegalStateException("The embedded servers are not built: " + library
                    + " is missing. Run “mvn verify”, or “mvn package -pl infra/embedded” first.");
        }
        try {
            Files.createDirectories(data);
            shareBinaries(data);
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    library + "/*",
                    "org.tongban.embedded.Embedded");
            builder.environment().put("TONGBAN_DATA", data.toString());
            builder.environment().put("EMBEDDED_PG_PORT", "0");
            builder.environment().put("EMBEDDED_S3_PORT", "0");
            builder.environment().putAll(ports);
            builder.environment().put("EMBEDDED_EXIT_WITH_PARENT", "true");
            builder.redirectError(data.resolve("embedded.err").toFile());
            var process = builder.start();
            var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("READY ")) {
                    return new EmbeddedProcess(process, read(Path.of(line.substring("READY ".length()))));
                }
            }
            throw new IllegalStateException(
                    "The embedded servers did not start: " + Files.readString(data.resolve("embedded.err")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String port(String address) {
        var found = PORT.matcher(address);
        if (!found.find()) {
            throw new IllegalStateException("no port in “" + address + "”");
        }
        return found.group(1);
    }

    /** Unpacking PostgreSQL takes seconds and room: the folders of one run share it. */
    private static void shareBinaries(Path data) throws IOException {
        var link = data.resolve("binaries");
        if (!Files.exists(link)) {
            var shared = data.toAbsolutePath().resolveSibling("embedded-binaries");
            Files.createDirectories(shared);
            Files.createSymbolicLink(link, shared);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var environment = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                environment.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return Map.copyOf(environment);
    }

    /** The variables that name the servers and the ways in, for the platform's launch. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The process, for tests that end it without warning. */
    public Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
