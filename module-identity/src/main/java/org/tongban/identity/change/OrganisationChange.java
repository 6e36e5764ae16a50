package org.tongban.identity.change;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.Actor;
import org.tongban.core.state.State;

/**
 * What an organisation says has changed (ID-8); what did not is null.
 *
 * @param legalRepNumber sealed; empty where the representative did not change
 * @param decision the officer's words, where there are any
 */
@MappedEntity(value = "organisation_change", schema = "identity")
@SuppressWarnings("ArrayRecordComponent")
record OrganisationChange(
        @Id UUID id,
        UUID organisation,
        String state,
        @Nullable String name,
        @Nullable String legalRepName,
        byte[] legalRepNumber,
        @Nullable String legalPersonType,
        @Nullable String address,
        String reason,
        @Nullable UUID proof,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        long version) {
    OrganisationChange decided(ChangeMove move, Actor by, Instant at, @Nullable String words) {
        var next = move.apply(State.of(ChangeState.class, state), by);
        return new OrganisationChange(
                id,
                organisation,
                next.code(),
                name,
                legalRepName,
                legalRepNumber,
                legalPersonType,
                address,
                reason,
                proof,
                askedAt,
                at,
                words,
                version + 1);
    }

    @Override
    public String toString() {
        return "OrganisationChange[" + id + "]";
    }
}
