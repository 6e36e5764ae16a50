package org.tongban.filing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recognition, or the publicity before it, is over (PF-53, PF-54).
 *
 * @param state {@code revoked} or {@code expired}
 * @param certificateNumber null where it was revoked before there was one
 */
@Serdeable
public record RecognitionEnded(
        UUID product,
        UUID unit,
        UUID organisation,
        String name,
        int year,
        String state,
        @Nullable String certificateNumber) {}
