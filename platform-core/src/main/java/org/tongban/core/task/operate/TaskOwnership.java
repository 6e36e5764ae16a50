package org.tongban.core.task.operate;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.task.TaskDeclaration;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** Tasks belong to no region: only who operates the whole installation reaches them (CO-28). */
@Singleton
public class TaskOwnership implements Ownership {
    private final ModuleRegistry modules;

    TaskOwnership(ModuleRegistry modules) {
        this.modules = modules;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> version(Caller caller, String key, boolean lock) {
        return caller.reaches(null) ? find(key).map(task -> 0L) : Optional.empty();
    }

    /** The declaration of a task of a module that runs. */
    Optional<TaskDeclaration> find(String id) {
        return modules.<TaskDeclaration>all(PlatformModule::tasks).stream()
                .filter(task -> task.id().equals(id))
                .findFirst();
    }
}
