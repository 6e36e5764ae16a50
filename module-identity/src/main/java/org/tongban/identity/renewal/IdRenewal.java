package org.tongban.identity.renewal;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.State;
import org.tongban.identity.IdentityActor;

/**
 * A validity that a person says its document has now (ID-2).
 *
 * @param idValidTo null for a document without end
 * @param reason why it was rejected
 */
@MappedEntity(value = "id_renewal", schema = "identity")
record IdRenewal(
        @Id UUID id,
        UUID person,
        String state,
        LocalDate idValidFrom,
        @Nullable LocalDate idValidTo,
        UUID documentImage,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        long version) {
    IdRenewal decided(RenewalMove move, Instant at, @Nullable String why) {
        var next = move.apply(State.of(RenewalState.class, state), IdentityActor.REVIEWER);
        return new IdRenewal(
                id, person, next.code(), idValidFrom, idValidTo, documentImage, askedAt, at, why, version + 1);
    }
}
