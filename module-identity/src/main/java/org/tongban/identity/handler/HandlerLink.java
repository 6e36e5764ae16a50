package org.tongban.identity.handler;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.State;
import org.tongban.identity.IdentityActor;

/**
 * That a person handles an organisation's business (ID-6).
 *
 * @param channel the way of enrolment
 * @param sole whether the person handles that of one organisation only, in this channel (ID-7)
 * @param endedBy the code of the move that ended it
 */
@MappedEntity(value = "handler_link", schema = "identity")
record HandlerLink(
        @Id UUID id,
        String channel,
        UUID organisation,
        UUID person,
        String state,
        boolean sole,
        Instant linkedAt,
        @Nullable Instant activeFrom,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long version) {
    /** A link that nobody has confirmed. */
    static HandlerLink begin(UUID id, String channel, UUID organisation, UUID person, boolean sole, Instant at) {
        return new HandlerLink(
                id, channel, organisation, person, LinkState.AWAITING_PERSON.code(), sole, at, null, null, null, 1);
    }

    HandlerLink activated(LinkMove move, IdentityActor by, Instant at) {
        var next = move.apply(State.of(LinkState.class, state), by);
        return new HandlerLink(
                id, channel, organisation, person, next.code(), sole, linkedAt, at, null, null, version + 1);
    }

    HandlerLink ended(LinkMove move, IdentityActor by, Instant at) {
        var next = move.apply(State.of(LinkState.class, state), by);
        return new HandlerLink(
                id,
                channel,
                organisation,
                person,
                next.code(),
                sole,
                linkedAt,
                activeFrom,
                at,
                move.code(),
                version + 1);
    }

    boolean holds() {
        return State.of(LinkState.class, state) == LinkState.ACTIVE;
    }
}
