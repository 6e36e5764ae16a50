package org.tongban.identity.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.IdDocument;
import org.tongban.identity.IdentityActor;

/**
 * The account of one handler of an organisation (ID-12). {@link #toString} names it by its id.
 *
 * @param id that of the platform's account
 * @param person that of the platform; null until the face has proved it
 * @param closedBy the code of the move that closed it
 */
public record HandlerAccount(
        UUID id,
        UUID organisation,
        @Nullable UUID person,
        UserState state,
        Authority authority,
        String name,
        IdDocument document,
        @Nullable String landline,
        Instant createdAt,
        @Nullable Instant activeFrom,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        long version) {
    HandlerAccount activated(UserMove move, IdentityActor by, Authority as, UUID who, Instant at) {
        return new HandlerAccount(
                id,
                organisation,
                who,
                move.apply(state, by),
                as,
                name,
                document,
                landline,
                createdAt,
                at,
                null,
                null,
                version + 1);
    }

    HandlerAccount closed(UserMove move, IdentityActor by, Instant at) {
        return new HandlerAccount(
                id,
                organisation,
                person,
                move.apply(state, by),
                authority,
                name,
                document,
                landline,
                createdAt,
                activeFrom,
                at,
                move.code(),
                version + 1);
    }

    HandlerAccount of(Authority other) {
        return new HandlerAccount(
                id,
                organisation,
                person,
                state,
                other,
                name,
                document,
                landline,
                createdAt,
                activeFrom,
                closedAt,
                closedBy,
                version + 1);
    }

    /** Whether the account works. */
    public boolean isActive() {
        return state == UserState.ACTIVE;
    }

    @Override
    public String toString() {
        return "HandlerAccount[" + id + "]";
    }
}
