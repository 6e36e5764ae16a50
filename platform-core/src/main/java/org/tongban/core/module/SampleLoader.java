package org.tongban.core.module;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;

/** Loads the modules' sample data, in the order of the modules, where {@code platform.demo} asks for it. */
@Singleton
class SampleLoader {
    private final boolean wanted;
    private final ModuleRegistry registry;
    private final List<SampleData> samples;

    SampleLoader(@Value("${platform.demo}") boolean wanted, ModuleRegistry registry, List<SampleData> samples) {
        this.wanted = wanted;
        this.registry = registry;
        this.samples = samples;
    }

    void load() {
        if (!wanted) {
            return;
        }
        for (var module : registry.modules()) {
            samples.stream()
                    .filter(sample -> sample.module().equals(module.descriptor().id()))
                    .forEach(SampleData::load);
        }
    }
}
