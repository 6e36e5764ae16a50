package org.tongban.core.module;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.module.InstalledModules.Installed;

/** The database as its owner sees it, who alone changes its schemas and writes down which modules it has had. */
final class OwnerDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerDatabase.class);
    /** What only one migration of a database has at a time; any number that nothing else takes. */
    private static final long ONE_AT_A_TIME = 0x746f6e6762616e67L;

    private final String url;
    private final String user;
    private final String password;
    private final String application;

    /**
     * What the owner's credentials give.
     *
     * @param application the role of the application, which gets its rights here
     */
    OwnerDatabase(String url, String user, String password, String application) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.application = application;
    }

    /**
     * Runs the work while no other migration of the database runs, after waiting for one that does. The lock has a
     * connection of its own and is gone with it, however the work ends.
     */
    void alone(Runnable work) {
        try (var connection = connect()) {
            execute(connection, "select pg_advisory_lock(%d)".formatted(ONE_AT_A_TIME));
            work.run();
        } catch (SQLException e) {
            throw new StartRefused("The database cannot be held for the migration: %s.".formatted(e.getMessage()));
        }
    }

    /**
     * Refuses modules older than those the database has had: their code would meet a schema of its future.
     *
     * @throws StartRefused naming each of them; nothing has been changed then
     */
    void refuseOlder(List<Installed> modules) {
        try (var connection = connect()) {
            var had = versions(connection);
            var older = modules.stream()
                    .map(Installed::descriptor)
                    .filter(module -> had.containsKey(module.id())
                            && VersionRange.compare(module.version(), had.get(module.id())) < 0)
                    .map(module -> "“%s” %s, but the database has had %s"
                            .formatted(module.id(), module.version(), had.get(module.id())))
                    .toList();
            if (!older.isEmpty()) {
                throw new StartRefused("Found the module %s: put that version or a later one back, or restore the"
                                .formatted(String.join("; the module ", older))
                        + " database from before the upgrade.");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The modules that the database has had cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    private static Map<String, String> versions(Connection connection) throws SQLException {
        var versions = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            try (var there = statement.executeQuery("select to_regclass('core.module') is not null")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return versions;
                }
            }
            try (var row = statement.executeQuery("select id, version from core.module")) {
                while (row.next()) {
                    versions.put(row.getString("id"), row.getString("version"));
                }
            }
        }
        return versions;
    }

    /**
     * Brings one module's schema up to its jar, all pending migrations in one transaction.
     *
     * @throws StartRefused where one breaks; the schema is as it was then
     */
    void migrate(ModuleDescriptor module) {
        try (var connection = connect()) {
            prepare(connection, module.schema());
            var result = Migrate.configuration(module)
                    .placeholders(Map.of("application", application))
                    .dataSource(url, user, password)
                    .load()
                    .migrate();
            execute(
                    connection,
                    "revoke insert on %s.%s from %s".formatted(module.schema(), Migrate.HISTORY, application));
            remember(connection, module);
            LOG.info("module {}: {} migrations applied", module.id(), result.migrationsExecuted);
        } catch (FlywayException | SQLException e) {
            throw new StartRefused("The migration of the module “%s” failed: %s.".formatted(module.id(), sentence(e)));
        }
    }

    private void prepare(Connection connection, String schema) throws SQLException {
        execute(connection, "create schema if not exists %s".formatted(schema));
        execute(connection, "grant usage on schema %s to %s".formatted(schema, application));
        execute(
                connection,
                "alter default privileges in schema %s grant select, insert on tables to %s"
                        .formatted(schema, application));
        execute(
                connection,
                "alter default privileges in schema %s grant usage on sequences to %s".formatted(schema, application));
    }

    private static void remember(Connection connection, ModuleDescriptor module) throws SQLException {
        try (var statement = connection.prepareStatement("""
            insert into core.module (id, version, schema_name, first_migrated_at, last_migrated_at)
            values (?, ?, ?, clock_timestamp(), clock_timestamp())
            on conflict (id) do update
            set version = excluded.version, schema_name = excluded.schema_name,
                last_migrated_at = excluded.last_migrated_at
            """)) {
            statement.setString(1, module.id());
            statement.setString(2, module.version());
            statement.setString(3, module.schema());
            statement.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first line of what failed, and of what the database said: Flyway tells it over many lines. */
    private static String sentence(Exception failure) {
        var said = firstLine(failure);
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return said + ": " + firstLine(cause);
            }
        }
        return said;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    }
}
