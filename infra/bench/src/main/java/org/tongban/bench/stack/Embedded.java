package org.tongban.bench.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL and the object store over a folder that is kept, with the durable settings of infra/embedded. */
public final class Embedded implements AutoCloseable {
    private final Path data;
    private final Process process;
    private final Map<String, String> environment;

    private Embedded(Path data, Process process, Map<String, String> environment) {
        this.data = data;
        this.process = process;
        this.environment = environment;
    }

    public static Embedded start(Places places, Path data) {
        try {
            Files.createDirectories(data);
            var builder = new ProcessBuilder(
                    places.command("java").toString(),
                    "-Xmx256m",
                    "-cp",
                    places.embeddedLibrary() + "/*",
                    "org.tongban.embedded.Embedded");
            builder.environment().put("TONGBAN_DATA", data.toString());
            builder.environment().put("EMBEDDED_PG_PORT", "0");
            builder.environment().put("EMBEDDED_S3_PORT", "0");
            builder.environment().put("EMBEDDED_EXIT_WITH_PARENT", "true");
            builder.redirectError(data.resolve("embedded.err").toFile());
            var process = builder.start();
            var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("READY ")) {
                    return new Embedded(data, process, values(Path.of(line.substring("READY ".length()))));
                }
            }
            throw new BenchFailed("The embedded servers did not start: "
                    + Files.readString(data.resolve("embedded.err")).strip());
        } catch (IOException e) {
            throw new BenchFailed("The embedded servers did not start: " + e.getMessage(), e);
        }
    }

    /** The lines {@code NAME=value} of a file. */
    static Map<String, String> values(Path file) throws IOException {
        var values = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return Map.copyOf(values);
    }

    public Map<String, String> environment() {
        return environment;
    }

    public String value(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new BenchFailed("The embedded servers do not say " + name + ".");
        }
        return value;
    }

    /** A connection of the schemas' owner. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(
                value("DATABASE_URL"), value("DATABASE_OWNER_USER"), value("DATABASE_OWNER_PASSWORD"));
    }

    /** A connection of the application's role. */
    public Connection application() throws SQLException {
        return DriverManager.getConnection(value("DATABASE_URL"), value("DATABASE_USER"), value("DATABASE_PASSWORD"));
    }

    /** A connection that may change the server's settings. */
    public Connection superuser() throws SQLException {
        try {
            var password = values(data.resolve("secrets.env")).get("POSTGRES_PASSWORD");
            return DriverManager.getConnection(value("DATABASE_URL"), "postgres", password);
        } catch (IOException e) {
            throw new BenchFailed("secrets.env cannot be read: " + e.getMessage(), e);
        }
    }

    /** PostgreSQL's log. */
    public Path log() {
        return data.resolve("logs/postgresql.log");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
