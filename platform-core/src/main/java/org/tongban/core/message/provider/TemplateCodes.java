package org.tongban.core.message.provider;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.MessageTemplates;
import org.tongban.core.module.StartRefused;

/**
 * Under which code the provider of short messages keeps the text of each template (CO-40): it gives the codes when it
 * approves the texts, to each installation its own, so that they are a file of the installation.
 */
@Singleton
class TemplateCodes {
    static final String PROPERTY = "platform.sms.template-codes-file";

    private final Map<String, String> codes;
    private final MessageTemplates templates;

    TemplateCodes(
            MessageTemplates templates, @Nullable @Property(name = "platform.sms.template-codes-file") String file) {
        this.templates = templates;
        this.codes = file == null ? Map.of() : read(Path.of(file));
    }

    /** The code of a template; empty where the file has none. */
    Optional<String> of(String template) {
        return Optional.ofNullable(codes.get(template));
    }

    /** Refuses the start where a message that goes to phones has no code: it would be given up one by one. */
    void requireAll() {
        var without = templates.all().stream()
                .filter(template -> template.channels().contains(Channel.SMS))
                .map(MessageTemplate::id)
                .filter(id -> !codes.containsKey(id))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            throw new StartRefused("%s has no code of the provider for: %s.".formatted(PROPERTY, without));
        }
    }

    private static Map<String, String> read(Path file) {
        try {
            var found = new LinkedHashMap<String, String>();
            var document = ProviderExchange.MAPPER.readTree(Files.readString(file));
            document.properties().forEach(one -> {
                if (!one.getValue().isTextual() || one.getValue().asText().isBlank()) {
                    throw new StartRefused("%s: the code of %s is no text.".formatted(PROPERTY, one.getKey()));
                }
                found.put(one.getKey(), one.getValue().asText());
            });
            return found;
        } catch (IOException e) {
            throw new StartRefused("%s cannot be read as JSON: %s".formatted(PROPERTY, file));
        }
    }
}
