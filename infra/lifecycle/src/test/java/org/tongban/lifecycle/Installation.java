package org.tongban.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.ServerProcess;

/** A copy of the built distribution on a database of its own, used as those use it who run it. */
final class Installation implements AutoCloseable {
    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("tongban.checkout")).resolve("infra/server/target/tongban");

    private final Path home;
    private final Path data;
    private final EmbeddedProcess servers;

    private Installation(Path home, Path data, EmbeddedProcess servers) {
        this.home = home;
        this.data = data;
        this.servers = servers;
    }

    /** Lays it out in a new folder of the test's data. */
    static Installation named(String name) {
        var folder = Path.of(System.getProperty("tongban.test.data"))
                .toAbsolutePath()
                .resolve(name + "-" + ProcessHandle.current().pid());
        try {
            Folders.copy(DISTRIBUTION, folder.resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var data = folder.resolve("data");
        return new Installation(folder.resolve("home"), data, EmbeddedProcess.start(data));
    }

    private Path modules() {
        return home.resolve("modules");
    }

    /** Puts these jars, and nothing else, into the folder of a module. */
    void put(String module, Path... jars) {
        try {
            remove(module);
            var folder = Files.createDirectories(modules().resolve(module));
            for (var jar : jars) {
                Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String module) {
        try {
            Folders.delete(modules().resolve(module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command that ends by itself. */
    Ended run(Map<String, String> settings, String... words) {
        return Ended.of(command(settings, words));
    }

    /** A file beside the installation. */
    Path file(String name) {
        return data.resolve(name);
    }

    /** Checks an export of the audit trail as its readers do, who have neither server nor database. */
    Ended auditVerify(Path export, Path keys) {
        return Ended.of(new ProcessBuilder(
                home.resolve("bin/audit-verify").toString(), export.toString(), "--jwks", keys.toString()));
    }

    /** Migrates, which must go well. */
    Ended migrate(Map<String, String> settings) {
        var ended = run(settings, "migrate");
        assertThat(ended.code()).as(ended.toString()).isZero();
        return ended;
    }

    /** Migrates and starts the server. */
    ServerProcess start(Map<String, String> settings) {
        migrate(settings);
        return ServerProcess.installed(home, environment(settings), data.resolve("server.log"));
    }

    private ProcessBuilder command(Map<String, String> settings, String... words) {
        var line = new ArrayList<>(List.of(home.resolve("bin/tongban").toString()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line);
        builder.environment().putAll(environment(settings));
        if (!words[0].equals("migrate")) {
            builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_OWNER"));
        }
        return builder;
    }

    private Map<String, String> environment(Map<String, String> settings) {
        var environment = new HashMap<>(servers.environment());
        environment.put("TONGBAN_DATA", data.toString());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        environment.put("PLATFORM_DEMO", "true");
        environment.put("PLATFORM_LIMITS_ENABLED", "false");
        environment.put("PLATFORM_TASKS_POLLING", "200ms");
        environment.put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("CLASS_CACHE", "off");
        environment.putAll(settings);
        return environment;
    }

    /** What a query answers, by the owner's role: a line a row, its values with a space between. */
    List<String> rows(String sql) {
        var environment = servers.environment();
        try (var connection = DriverManager.getConnection(
                        environment.get("DATABASE_URL"),
                        environment.get("DATABASE_OWNER_USER"),
                        environment.get("DATABASE_OWNER_PASSWORD"));
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(found.getObject(i)));
                }
                rows.add(String.join(" ", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every column of a schema and every migration that it has had. */
    List<String> schema(String schema) {
        var columns = new ArrayList<>(rows("""
            select table_name, column_name, data_type, is_nullable
            from information_schema.columns
            where table_schema = '%s'
            order by table_name, column_name
            """.formatted(schema)));
        if (!columns.isEmpty()) {
            columns.addAll(rows("""
                select version, checksum, success
                from %s.migration_history
                order by installed_rank
                """.formatted(schema)));
        }
        return columns;
    }

    @Override
    public void close() {
        servers.close();
    }
}
