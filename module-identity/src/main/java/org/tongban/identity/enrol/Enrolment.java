package org.tongban.identity.enrol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.agreement.AcceptedAgreement;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.user.HandlerAccount;

/**
 * The enrolment of one handler of an organisation. {@link #toString} names it by its id.
 *
 * @param formerNames those in the registry, the latest first
 * @param region the province code of where the organisation is registered
 * @param legalPersonType null where it was not asked for
 * @param representative the document; null once the enrolment has ended
 * @param account that of the handler, once there is one
 * @param expiresAt when the token ends
 */
record Enrolment(
        UUID id,
        EnrolmentState state,
        String uscc,
        String name,
        List<String> formerNames,
        String region,
        @Nullable String legalPersonType,
        String representativeName,
        @Nullable IdDocument representative,
        AcceptedAgreement agreement,
        @Nullable UUID account,
        Instant expiresAt,
        @Nullable Instant userAt,
        @Nullable Instant endedAt,
        long version) {
    Enrolment {
        formerNames = List.copyOf(formerNames);
    }

    Enrolment withUser(UUID user, Instant at) {
        return moved(EnrolmentMove.CREATE_USER, IdentityActor.HANDLER, user, at, null);
    }

    Enrolment ended(EnrolmentMove move, IdentityActor by, Instant at) {
        return moved(move, by, account, userAt, at);
    }

    private Enrolment moved(
            EnrolmentMove move, IdentityActor by, @Nullable UUID user, @Nullable Instant since, @Nullable Instant end) {
        return new Enrolment(
                id,
                move.apply(state, by),
                uscc,
                name,
                formerNames,
                region,
                legalPersonType,
                representativeName,
                end == null ? representative : null,
                agreement,
                user,
                expiresAt,
                since,
                end,
                version + 1);
    }

    /** Whether the handler is the legal representative: name, kind and number are the same (ID-14). */
    boolean isOfRepresentative(HandlerAccount handler) {
        return handler.document().equals(representative)
                && Folding.name(handler.name()).equals(Folding.name(representativeName));
    }

    /** Whether the account is there and its handler's face is still to be proved. */
    boolean awaitsFace() {
        return state == EnrolmentState.USER_CREATED;
    }

    @Override
    public String toString() {
        return "Enrolment[" + id + "]";
    }
}
