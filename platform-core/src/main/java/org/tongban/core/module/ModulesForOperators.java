package org.tongban.core.module;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleViews.MigrationView;
import org.tongban.core.module.ModuleViews.ModuleView;

/** What operators see of the modules besides: what each registered, how far its schema is, and which are gone (CO-3). */
@Singleton
class ModulesForOperators {
    private final ModuleRegistry registry;
    private final Registrations registrations;
    private final Migrations migrations;
    private final MigratedModuleRepository migrated;

    ModulesForOperators(
            ModuleRegistry registry,
            Registrations registrations,
            Migrations migrations,
            MigratedModuleRepository migrated) {
        this.registry = registry;
        this.registrations = registrations;
        this.migrations = migrations;
        this.migrated = migrated;
    }

    /** Every module that runs, then those switched off, then those of which only the schema is left. */
    Stream<ModuleView> list(Language language) {
        var had = migrated.known().stream().collect(Collectors.toMap(MigratedModule::id, Function.identity()));
        var on = registry.modules().stream()
                .map(module -> ModuleView.of(module.descriptor(), "on", language)
                        .with(registrations.of(module), level(module, had)))
                .toList();
        var off = registry.disabled().stream()
                .map(module ->
                        ModuleView.of(module.descriptor(), "off", language).with(null, level(module, had)))
                .toList();
        on.forEach(module -> had.remove(module.id()));
        off.forEach(module -> had.remove(module.id()));
        var gone = had.values().stream().sorted((one, other) -> one.id().compareTo(other.id()));
        return Stream.of(on.stream(), off.stream(), gone.map(ModulesForOperators::gone))
                .flatMap(Function.identity());
    }

    private MigrationView level(Installed module, Map<String, MigratedModule> had) {
        var level = migrations.level(module);
        return new MigrationView(version(had.get(module.descriptor().id())), level.applied(), level.pending());
    }

    private static @Nullable String version(@Nullable MigratedModule had) {
        return had == null ? null : had.version();
    }

    private static ModuleView gone(MigratedModule had) {
        return new ModuleView(
                had.id(),
                had.version(),
                had.id(),
                "gone",
                null,
                null,
                new MigrationView(had.version(), null, List.of()));
    }
}
