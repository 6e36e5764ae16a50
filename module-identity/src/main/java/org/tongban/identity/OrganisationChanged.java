package org.tongban.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's data have changed; these are those of now (ID-8, ID-40).
 *
 * @param uscc null for a unit that has none (ID-9)
 * @param formerNames the latest first
 */
@Serdeable
public record OrganisationChanged(
        UUID organisation,
        @Nullable String uscc,
        String name,
        List<String> formerNames,
        @Nullable String representative) {
    public OrganisationChanged {
        formerNames = List.copyOf(formerNames);
    }
}
