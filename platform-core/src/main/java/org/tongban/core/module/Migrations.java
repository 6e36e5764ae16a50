package org.tongban.core.module;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.tongban.core.module.InstalledModules.Installed;

/** Compares the migrations in the modules' jars with those the database has had. */
@Singleton
public class Migrations {
    private final ModuleRegistry registry;
    private final DataSource dataSource;
    private volatile boolean complete;

    Migrations(ModuleRegistry registry, DataSource dataSource) {
        this.registry = registry;
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
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

    private Stream<String> pendingOf(Installed module) {
        var flyway = Migrate.configuration(module.descriptor())
                .dataSource(dataSource)
                .load();
        return Stream.of(flyway.info().pending())
                .map(migration -> module.descriptor().id() + "/" + migration.getVersion());
    }
}
