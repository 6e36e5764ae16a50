package org.tongban.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** PostgreSQL in the data folder, durable, on loopback, with the owner's and the application's role. */
final class Postgres {
    static final String DATABASE = "tongban";
    static final String OWNER = "tongban_owner";
    static final String APPLICATION = "tongban_app";

    private static final String SCRAM = "scram-sha-256";
    private static final Map<String, String> CONFIGURATION = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "listen_addresses", Ports.LOOPBACK,
            "unix_socket_directories", "",
            "password_encryption", SCRAM,
            "max_connections", "120",
            "shared_buffers", "128MB",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private final int port;

    private Postgres(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    String url() {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + DATABASE;
    }

    /** Whether initdb ever came to its end here. */
    static boolean isPrepared(DataFolder folder) {
        return Files.exists(marker(folder));
    }

    static Postgres start(DataFolder folder, Secrets secrets, int wantedPort) throws StartRefused {
        Path password = folder.postgres().resolveSibling("postgresql-password.new");
        try {
            ServerProcess.clear(folder.postgres());
            int port = Ports.free(wantedPort, Settings.POSTGRES_PORT);
            if (!isPrepared(folder)) {
                remove(folder.postgres());
            }
            DataFolder.make(folder.postgresLog().resolveSibling(""));
            DataFolder.make(folder.binaries().resolveSibling(""));
            DataFolder.write(password, secrets.superuserPassword());
            EmbeddedPostgres server = builder(folder, secrets, port, password).start();
            prepare(server, secrets);
            return new Postgres(port);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StartRefused(
                    "PostgreSQL did not start (" + e.getMessage() + "): see " + folder.postgresLog() + ".", e);
        } finally {
            password.toFile().delete();
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Secrets secrets, int port, Path password) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                // A file, not our own streams: the server outlives a kill of this process, and whoever reads our
                // standard output must see its end.
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.postgresLog().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.postgresLog().toFile()))
                .setLocaleConfig("auth", SCRAM)
                .setLocaleConfig("pwfile", password.toString())
                .setConnectConfig("password", secrets.superuserPassword())
                .setDataDirectoryCustomizer(data -> mark(folder));
        CONFIGURATION.forEach(builder::setServerConfig);
        locale().forEach(builder::setLocaleConfig);
        return builder;
    }

    // glibc brings C.UTF-8; elsewhere PostgreSQL's own locale of that name orders and folds alike.
    private static Map<String, String> locale() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return linux
                ? Map.of("locale", "C.UTF-8")
                : Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");
    }

    private static Path marker(DataFolder folder) {
        return folder.postgres().resolve("tongban.prepared");
    }

    // Called between initdb and the server's first start: a folder without the mark never held anybody's data.
    private static void mark(DataFolder folder) {
        if (!isPrepared(folder)) {
            try {
                DataFolder.write(marker(folder), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void prepare(EmbeddedPostgres server, Secrets secrets) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            password(connection, OWNER, secrets.ownerPassword());
            password(connection, APPLICATION, secrets.applicationPassword());
            if (!exists(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                execute(connection, List.of("create database " + DATABASE + " owner " + OWNER));
            }
            execute(
                    connection,
                    List.of(
                            "revoke connect on database " + DATABASE + " from public",
                            "grant connect on database " + DATABASE + " to " + APPLICATION));
        }
        try (Connection connection = server.getDatabase("postgres", DATABASE).getConnection()) {
            execute(connection, List.of("revoke create on schema public from public"));
        }
    }

    private static void password(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = '" + role + "'")) {
            execute(connection, List.of("create role " + role + " login"));
        }
        // The driver sends the SCRAM verifier: the password itself never reaches the server or its log.
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), SCRAM);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
