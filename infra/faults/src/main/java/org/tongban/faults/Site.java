package org.tongban.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.testkit.EmbeddedProcess;
import org.tongban.testkit.ServerProcess;

/** The distribution over a database and a store of its own, all of them processes that can be killed. */
final class Site implements AutoCloseable {
    private final Path home;
    private final Path data;
    private final Map<String, String> settings;
    private EmbeddedProcess servers;
    private ServerProcess server;

    private Site(Path home, Path data, Map<String, String> settings) throws IOException, InterruptedException {
        this.home = home;
        this.data = data;
        this.settings = new HashMap<>(settings);
        this.servers = EmbeddedProcess.start(data);
        migrate();
        this.server = ServerProcess.installed(home, environment(), log());
    }

    /** Starts everything over an empty folder. */
    static Site open(Setup setup, Suite suite) throws IOException, InterruptedException {
        return open(setup, suite, Map.of());
    }

    /** The same with variables for the server's environment. */
    static Site open(Setup setup, Suite suite, Map<String, String> settings) throws IOException, InterruptedException {
        var data = setup.data().toAbsolutePath().resolve(suite.id());
        if (Files.exists(data)) {
            try (var old = Files.walk(data)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return new Site(setup.home().toAbsolutePath(), data, settings);
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(servers.environment());
        environment.put("TONGBAN_DATA", data.toString());
        // So that what a killed server was sending is looked into while a suite still waits.
        environment.put("PLATFORM_MESSAGES_LEASE", "10s");
        environment.putAll(settings);
        return environment;
    }

    private void migrate() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(home.resolve("bin/migrate").toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("migrate.log").toFile());
        builder.environment().putAll(environment());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(data.resolve("migrate.log")));
        }
    }

    ServerProcess server() {
        return server;
    }

    /** What the server writes, all starts one after the other. */
    Path log() {
        return data.resolve("server.log");
    }

    /** The address of the object store. */
    String store() {
        return servers.environment().getOrDefault("S3_ENDPOINT", "");
    }

    /** Sets a variable of the server's environment, from its next start on. */
    void set(String variable, String value) {
        settings.put(variable, value);
    }

    /** Ends the server without warning. */
    void killServer() {
        server.kill();
    }

    /** Ends the server in order, so that it writes its cache of classes and later starts take less time. */
    void stopServer() {
        server.close();
    }

    /** Starts the server again, on another port. */
    void startServer() {
        server = ServerProcess.installed(home, environment(), log());
    }

    /** Ends every process of PostgreSQL at once and without warning; the process that watches over it ends by itself. */
    void killDatabase() throws IOException {
        var lines = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
        var postmaster =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        var all = new ArrayList<>(postmaster.descendants().toList());
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.add(postmaster);
        all.forEach(process -> process.onExit().join());
        servers.process().onExit().join();
    }

    /** Starts what {@link #killDatabase} ended, at its old address. */
    void startDatabase() {
        servers = EmbeddedProcess.restart(data, servers);
    }

    /** The first column of what the owner of the database reads. */
    List<String> rows(String query) throws SQLException {
        var environment = servers.environment();
        try (var connection = DriverManager.getConnection(
                        environment.getOrDefault("DATABASE_URL", ""),
                        environment.getOrDefault("DATABASE_OWNER_USER", ""),
                        environment.getOrDefault("DATABASE_OWNER_PASSWORD", ""));
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(String.valueOf(found.getString(1)));
            }
            return List.copyOf(rows);
        }
    }

    long count(String query) throws SQLException {
        return Long.parseLong(rows(query).getFirst());
    }

    /** The keys of the objects in the store. */
    List<String> objects() throws IOException {
        var bucket = data.resolve("objects").resolve("tongban");
        try (var files = Files.walk(bucket)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString())
                    .filter(key -> key.matches("files/[0-9a-f-]{36}"))
                    .toList();
        }
    }

    @Override
    public void close() {
        // In order it would first write its cache of classes, for a start that does not come.
        server.kill();
        servers.close();
    }
}
