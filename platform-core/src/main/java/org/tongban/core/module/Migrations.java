package org.tongban.core.module;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.InstalledModules.Installed;

/** Compares the migrations in the modules' jars with those the database has had. */
@Singleton
public class Migrations {
    private final ModuleRegistry registry;
    private final String url;
    private final String user;
    private final String password;
    private volatile boolean complete;

    // Connections of its own: Flyway takes two at a time, which the pool of a small node does not have.
    Migrations(
            ModuleRegistry registry,
            @Value("${datasources.default.url}") String url,
            @Value("${datasources.default.username}") String user,
            @Value("${datasources.default.password}") String password) {
        this.registry = registry;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Migrations not applied yet, as {@code module/version}; asked of the database until there were none. */
    public List<String> pending() {
        if (complete) {
            return List.of();
        }
        var pending = registry.modules().stream().flatMap(this::pendingOf).toList();
        complete = pending.isEmpty();
        return pending;
    }

    /**
     * How far a module's schema is.
     *
     * @param applied the last migration applied; null where there is none
     */
    record Level(@Nullable String applied, List<String> pending) {}

    /** Asks the database how far a module's schema is. */
    Level level(Installed module) {
        var info = info(module);
        var applied = info.current();
        return new Level(
                applied == null || applied.getVersion() == null
                        ? null
                        : applied.getVersion().toString(),
                Stream.of(info.pending())
                        .map(migration -> String.valueOf(migration.getVersion()))
                        .toList());
    }

    private Stream<String> pendingOf(Installed module) {
        return level(module).pending().stream()
                .map(version -> module.descriptor().id() + "/" + version);
    }

    private MigrationInfoService info(Installed module) {
        return Migrate.configuration(module.descriptor())
                .dataSource(url, user, password)
                .load()
                .info();
    }
}
