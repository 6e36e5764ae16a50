package org.tongban.core.file;

import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** The slots that modules declare, by id. */
@Singleton
public class FileSlots {
    private static final String MAX_SIZE = "platform.file.max-size.";
    private static final String UNITS = "KMG";

    private final Map<String, FileSlot> slots;

    FileSlots(ModuleRegistry modules, PropertyResolver configuration) {
        slots = modules.<FileSlot>all(PlatformModule::fileSlots).stream()
                .map(slot -> sized(slot, configuration))
                .collect(Collectors.toUnmodifiableMap(FileSlot::id, Function.identity()));
    }

    /** The slot as an installation bounds it: {@code platform.file.max-size.<slot>}, the slot as {@code identity-id-page}. */
    private static FileSlot sized(FileSlot slot, PropertyResolver configuration) {
        return configuration
                .getProperty(MAX_SIZE + slot.id().replace('/', '-'), String.class)
                .map(size -> slot.withMaxBytes(bytes(size)))
                .orElse(slot);
    }

    /** A size that the check of the configuration has let pass, say {@code 8MB}. */
    private static long bytes(String size) {
        var unit = UNITS.indexOf(size.charAt(Math.max(0, size.length() - 2)));
        return unit < 0 || !size.endsWith("B")
                ? Long.parseLong(size)
                : Long.parseLong(size.substring(0, size.length() - 2)) << (10 * (unit + 1));
    }

    /** The slot, or a refusal with {@link FileError#FILE_SLOT_UNKNOWN}. */
    public FileSlot slot(String id) {
        var slot = slots.get(id);
        if (slot == null) {
            throw DomainException.of(FileError.FILE_SLOT_UNKNOWN).with("slot", id);
        }
        return slot;
    }

    /** The slot, if the caller may upload for it. */
    FileSlot slot(String id, Caller caller) {
        var slot = slot(id);
        if (slot.permission() != null && !caller.may(slot.permission())) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
        return slot;
    }
}
