package org.tongban.core.review;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** A case exists for whoever may review its type, in their region (CO-28, CO-46). */
@Singleton
class CaseAccess implements Ownership {
    private final CaseRepository repository;
    private final ModuleRegistry modules;

    CaseAccess(CaseRepository repository, ModuleRegistry modules) {
        this.repository = repository;
        this.modules = modules;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        var key = lock ? repository.lock(id) : repository.key(id);
        return key.filter(found -> modules.reviewTypes().stream()
                        .anyMatch(type -> type.id().equals(found.type()) && caller.may(type.permission())))
                .filter(found -> caller.reaches(found.region()))
                .map(CaseKey::version);
    }
}
