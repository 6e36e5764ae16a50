package org.tongban.core.module;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.InstalledModules.Installed;

/** Compares the migrations in the modules' jars with those the database has had. */
@Singleton
public class Migrations {
    private static final long SHORTLY = Duration.ofSeconds(5).toNanos();

    private final ModuleRegistry registry;
    private final String url;
    private final String user;
    private final String password;
    private final Map<String, Answered> answered = new ConcurrentHashMap<>();
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

    /** What the database said of a module's schema, and when. */
    private record Answered(Level level, long ticks) {
        /** Where nothing is pending nothing changes; where something is, the owner may be at it. */
        boolean holds(long now) {
            return level.pending().isEmpty() || now - ticks < SHORTLY;
        }
    }

    /** How far a module's schema is; asked of the database once, and seldom as long as something is pending. */
    Level level(Installed module) {
        var now = System.nanoTime();
        return answered.compute(
                        module.descriptor().id(),
                        (id, known) -> known != null && known.holds(now)
                                ? known
                                : new Answered(ask(module), System.nanoTime()))
                .level();
    }

    private Level ask(Installed module) {
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
        return ask(module).pending().stream().map(version -> module.descriptor().id() + "/" + version);
    }

    private MigrationInfoService info(Installed module) {
        return Migrate.configuration(module.descriptor())
                .dataSource(url, user, password)
                .load()
                .info();
    }
}
