package org.tongban.core.module;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints what runs, once at the start (CO-3). */
@Singleton
class ModuleTable {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleTable.class);

    private final ModuleRegistry registry;

    ModuleTable(ModuleRegistry registry) {
        this.registry = registry;
    }

    void log() {
        for (var module : registry.modules()) {
            var says = module.declarations();
            LOG.info(
                    "module {} {}: {} permissions, {} forms, {} slots, {} reviews, {} messages, {} tasks, {} jobs, {}"
                            + " events, {} collections",
                    module.descriptor().id(),
                    module.descriptor().version(),
                    says.permissions().size(),
                    says.forms().size(),
                    says.fileSlots().size(),
                    says.reviewTypes().size(),
                    says.messages().size(),
                    says.tasks().size(),
                    says.jobs().size(),
                    says.events().size(),
                    says.publicCollections().size());
        }
        registry.disabled()
                .forEach(module -> LOG.info(
                        "module {} is switched off", module.descriptor().id()));
    }
}
