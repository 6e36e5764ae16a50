package org.tongban.core.message;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tongban.core.module.ModuleRegistry;

/** The message templates of the modules that run (CO-40). */
@Singleton
public class MessageTemplates {
    private final Map<String, Owned> templates = new LinkedHashMap<>();

    MessageTemplates(ModuleRegistry modules) {
        for (var module : modules.modules()) {
            List<MessageTemplate> declared = module.declarations().messages();
            for (var template : declared) {
                templates.put(template.id(), new Owned(module.descriptor().id(), template));
            }
        }
    }

    private record Owned(String module, MessageTemplate template) {}

    /** The template of this id; empty where its module is away. */
    public Optional<MessageTemplate> find(String id) {
        return Optional.ofNullable(templates.get(id)).map(Owned::template);
    }

    /** All of them. */
    public Collection<MessageTemplate> all() {
        return templates.values().stream().map(Owned::template).toList();
    }

    /** The id of the module that declares a template. */
    String module(String id) {
        return Objects.requireNonNull(templates.get(id), id).module();
    }
}
