package org.tongban.filing.unit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as a unit that files (PF-5).
 *
 * @param origin what it rests on: {@code review}, {@code directory} before that, or {@code sample} for sample data
 * @param joinedAt since when its organisation comes in by a sign-in of another programme (ID-41); null where only accounts of
 *     this one do
 * @param joinedBy the account that came in first
 */
@MappedEntity(value = "unit", schema = "product_filing")
public record FilingUnit(
        @Id UUID id,
        UUID organisation,
        UnitState state,
        String origin,
        Instant createdAt,
        @Nullable Instant joinedAt,
        @Nullable UUID joinedBy) {
    /** Whether it has been verified. */
    public boolean isVerified() {
        return state == UnitState.VERIFIED;
    }

    /** Whether its organisation comes in by a sign-in of another programme. */
    public boolean isJoined() {
        return joinedAt != null;
    }
}
