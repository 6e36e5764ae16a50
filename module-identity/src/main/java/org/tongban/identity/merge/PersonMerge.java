package org.tongban.identity.merge;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.State;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityRealms;

/**
 * That two accounts are said to be one person's (ID-44).
 *
 * @param person the platform's person that is to stay, with its account
 * @param other the person that is to go
 * @param otherRealm where that one's account is
 * @param decision the officer's words, where there are any
 */
@MappedEntity(value = "person_merge", schema = "identity")
record PersonMerge(
        @Id UUID id,
        UUID person,
        UUID account,
        UUID other,
        UUID otherAccount,
        String otherRealm,
        String state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        long version) {
    PersonMerge decided(MergeMove move, Instant at, @Nullable String words) {
        var next = move.apply(State.of(MergeState.class, state), IdentityActor.REVIEWER);
        return new PersonMerge(
                id, person, account, other, otherAccount, otherRealm, next.code(), askedAt, at, words, version + 1);
    }

    /** Whether the other account goes too; those of handlers stay, and follow. */
    boolean closesOther() {
        return otherRealm.equals(IdentityRealms.PERSON);
    }
}
