package org.tongban.core.module;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.review.ReviewType;

/** The modules that run, for beans: what each declared, in the order of their needs. Immutable. */
public final class ModuleRegistry {
    private final InstalledModules installed;
    private final List<ReviewType> reviewTypes;

    public ModuleRegistry(InstalledModules installed) {
        this.installed = installed;
        this.reviewTypes = all(PlatformModule::reviewTypes);
    }

    /** The modules that run, the platform first. */
    public List<Installed> modules() {
        return installed.enabled();
    }

    /** The modules that are there but switched off (CO-4). */
    public List<Installed> disabled() {
        return installed.disabled();
    }

    /** The declarations of every module that runs. */
    public List<PlatformModule> declarations() {
        return installed.enabled().stream().map(Installed::declarations).toList();
    }

    /** Everything of one kind that modules declare. */
    public <T> List<T> all(Function<PlatformModule, ? extends Collection<? extends T>> kind) {
        return installed.enabled().stream()
                .<T>flatMap(module -> kind.apply(module.declarations()).stream())
                .toList();
    }

    /** Every declared review type. */
    public List<ReviewType> reviewTypes() {
        return reviewTypes;
    }
}
