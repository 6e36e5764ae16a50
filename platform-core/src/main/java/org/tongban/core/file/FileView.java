package org.tongban.core.file;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.web.Audited;

/**
 * A file as its uploader and the readers of its record see it.
 *
 * @param type the media type found from the content
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal
 */
@Serdeable
public record FileView(UUID id, String name, String type, long size, String sha256, String slot, String state)
        implements Audited {
    static FileView of(StoredFile file) {
        return new FileView(
                file.id(),
                file.name(),
                Objects.requireNonNull(file.type()).mediaType(),
                Objects.requireNonNull(file.size()),
                Objects.requireNonNull(file.sha256()),
                file.slot(),
                file.state().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String auditSubject() {
        return "platform/file";
    }

    @Override
    public UUID auditId() {
        return id;
    }

    @Override
    public Map<String, Object> auditDigest() {
        return Map.of("slot", slot, "type", type, "size", size, "sha256", sha256);
    }
}
