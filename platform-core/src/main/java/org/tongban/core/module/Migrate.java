package org.tongban.core.module;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.file.ObjectStore;
import org.tongban.core.file.StoreConfiguration;
import org.tongban.core.module.InstalledModules.Installed;

/**
 * The entry point that brings the database up to the modules, with the owner's credentials, before any server starts; it
 * also makes the bucket. Each module has a schema and a history of its own (CO-2), in the order of needs.
 */
public final class Migrate {
    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);
    private static final String HISTORY = "migration_history";

    private Migrate() {}

    public static void main(String... arguments) {
        try {
            run(System.getenv());
        } catch (RuntimeException e) {
            System.err.println(StartFailure.sentence(e));
            System.exit(1);
        }
    }

    /**
     * Migrates every module that is switched on.
     *
     * @throws StartRefused with one sentence that names the module whose migration failed; its schema is as it was
     */
    public static void run(Map<String, String> environment) {
        try (var context = Platform.prepare(environment, Map.of())) {
            var url = required(environment, "DATABASE_URL");
            var user = required(environment, "DATABASE_OWNER_USER");
            var password = required(environment, "DATABASE_OWNER_PASSWORD");
            var application = required(environment, "DATABASE_USER");
            for (var module : InstalledModules.find(
                            Migrate.class.getClassLoader(),
                            id -> context.getProperty("platform.modules." + id + ".enabled", Boolean.class)
                                    .orElse(true))
                    .enabled()) {
                schema(url, user, password, application, module);
                migrate(url, user, password, application, module);
            }
            ensureBucket(context);
        }
    }

    private static void ensureBucket(ApplicationContext context) {
        var store = ObjectStore.at(new StoreConfiguration(
                context.getRequiredProperty("platform.store.endpoint", String.class),
                context.getProperty("platform.store.region", String.class).orElse("us-east-1"),
                context.getRequiredProperty("platform.store.bucket", String.class),
                context.getRequiredProperty("platform.store.access-key", String.class),
                context.getRequiredProperty("platform.store.secret-key", String.class)));
        try {
            store.ensureBucket();
        } finally {
            store.close();
        }
    }

    private static void schema(String url, String user, String password, String application, Installed module) {
        var schema = module.descriptor().schema();
        try (var connection = DriverManager.getConnection(url, user, password)) {
            execute(connection, "create schema if not exists %s".formatted(schema));
            execute(connection, "grant usage on schema %s to %s".formatted(schema, application));
            execute(
                    connection,
                    "alter default privileges in schema %s grant select, insert on tables to %s"
                            .formatted(schema, application));
            execute(
                    connection,
                    "alter default privileges in schema %s grant usage on sequences to %s"
                            .formatted(schema, application));
        } catch (SQLException e) {
            throw new StartRefused("The schema “%s” of the module “%s” cannot be prepared: %s."
                    .formatted(schema, module.descriptor().id(), e.getMessage()));
        }
    }

    private static void migrate(String url, String user, String password, String application, Installed module) {
        var id = module.descriptor().id();
        var schema = module.descriptor().schema();
        try {
            var result = configuration(module.descriptor())
                    .placeholders(Map.of("application", application))
                    .dataSource(url, user, password)
                    .load()
                    .migrate();
            try (var connection = DriverManager.getConnection(url, user, password)) {
                execute(connection, "revoke insert on %s.%s from %s".formatted(schema, HISTORY, application));
            }
            LOG.info("module {}: {} migrations applied", id, result.migrationsExecuted);
        } catch (FlywayException | SQLException e) {
            throw new StartRefused("The migration of the module “%s” failed: %s."
                    .formatted(id, String.valueOf(e.getMessage()).strip()));
        }
    }

    /** How a module's migrations are found and remembered: by its own name, in its own schema. */
    static FluentConfiguration configuration(ModuleDescriptor module) {
        return Flyway.configure(Migrate.class.getClassLoader())
                .schemas(module.schema())
                .defaultSchema(module.schema())
                .createSchemas(false)
                .table(HISTORY)
                .locations("classpath:db/migration/" + module.id())
                .failOnMissingLocations(false)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String required(Map<String, String> environment, String variable) {
        var value = LaunchSettings.value(environment, variable);
        if (value == null) {
            throw new StartRefused("The environment variable %s is missing.".formatted(variable));
        }
        return value;
    }
}
