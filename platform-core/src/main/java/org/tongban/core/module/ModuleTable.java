package org.tongban.core.module;

import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.web.Transactions;

/** Prints what runs, once at the start (CO-3). */
@Singleton
class ModuleTable {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleTable.class);

    private final ModuleRegistry registry;
    private final Registrations registrations;
    private final MigratedModuleRepository migrated;
    private final Transactions transactions;

    ModuleTable(
            ModuleRegistry registry,
            Registrations registrations,
            MigratedModuleRepository migrated,
            Transactions transactions) {
        this.registry = registry;
        this.registrations = registrations;
        this.migrated = migrated;
        this.transactions = transactions;
    }

    void log() {
        var had = transactions.read(migrated::known);
        for (var module : registry.modules()) {
            LOG.info(
                    "module {} {} on: {}",
                    module.descriptor().id(),
                    module.descriptor().version(),
                    registered(module));
        }
        registry.disabled()
                .forEach(module -> LOG.info(
                        "module {} {} off",
                        module.descriptor().id(),
                        module.descriptor().version()));
        had.forEach(this::compare);
    }

    private String registered(Installed module) {
        return registrations.of(module).entrySet().stream()
                .filter(kind -> !kind.getValue().isEmpty())
                .map(kind -> kind.getKey() + " " + kind.getValue().size())
                .collect(Collectors.joining(", "));
    }

    /** Says of a module that the database has had what became of it (CO-5). */
    private void compare(MigratedModule had) {
        var runs = registry.modules().stream()
                .map(Installed::descriptor)
                .filter(module -> module.id().equals(had.id()))
                .findFirst();
        if (runs.isEmpty()) {
            LOG.info(
                    "module {} {} does not run, its schema {} is kept: its cases, jobs and events wait for it",
                    had.id(),
                    had.version(),
                    had.schemaName());
        } else if (VersionRange.compare(runs.get().version(), had.version()) < 0) {
            LOG.warn(
                    "module {} runs as {}, but the database has had {}",
                    had.id(),
                    runs.get().version(),
                    had.version());
        }
    }
}
