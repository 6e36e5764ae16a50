package org.tongban.core.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation: one record over all programmes, keyed by its code (ID-9).
 *
 * @param region the province code, two digits and four zeros
 */
public record Organisation(UUID id, UnitCode code, String name, List<String> formerNames, String region) {
    /** The unified social credit code, canonical; null for a unit that has none. */
    public @Nullable String uscc() {
        return code instanceof UnitCode.Uscc(var value) ? value : null;
    }
}
