package org.tongban.filing.unit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name that a unit has or had (PF-20).
 *
 * @param folded as it is compared
 * @param own what the unit says of a name that is shared: whether it is its own too; null until it has
 * @param shared whether another verified unit has or had it as well
 */
@MappedEntity(value = "unit_name", schema = "product_filing")
public record UnitName(
        @Id UUID id,
        UUID unit,
        String folded,
        String name,
        boolean former,
        @Nullable Boolean own,
        boolean shared) {
    /** Whether what is found under it is the unit's. */
    public boolean isOwn() {
        return !shared || Boolean.TRUE.equals(own);
    }

    /** Whether the unit has to say something first. */
    public boolean isUndecided() {
        return shared && own == null;
    }
}
