package org.tongban.core.face;

import java.time.Instant;
import java.util.UUID;
import org.tongban.core.identifier.IdDocument;

/** Proves that a person is who they say, by their face (CO-75). Its methods join the transaction under way. */
public interface FaceVerification {
    /** Who starts one, and alone may see and use it. */
    sealed interface Owner {
        UUID id();

        /** A signed-in account. */
        record Account(UUID id) implements Owner {}

        /** Who shows the proof of a code, by {@link org.tongban.core.code.Proofs#holder}. */
        record ProofHolder(UUID id) implements Owner {}
    }

    /**
     * Whose face is to be verified, and what for.
     *
     * @param purpose what the match may be used for, say {@code identity.enrolment}
     */
    record Person(String purpose, String name, IdDocument document) {
        @Override
        public String toString() {
            return "Person[purpose=" + purpose + "]";
        }
    }

    /**
     * One that waits for its result.
     *
     * @param token what the app scans; it is given this once and kept nowhere
     */
    record Started(UUID id, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Started[" + id + "]";
        }
    }

    /**
     * Starts one, whose token waits for {@code platform.face.token-lifetime}.
     *
     * @throws org.tongban.core.web.DomainException {@code face-limit}
     */
    Started start(Owner owner, Person person);

    /**
     * Uses a match up, once and in the transaction under way: where that rolls back, it is as good as before.
     *
     * @param pointer where the verification's id stands in the request, say {@code /faceVerification}
     * @throws org.tongban.core.web.DomainException {@code face-not-verified} where the owner has no match of exactly this
     *     person for the purpose
     * @throws IllegalStateException outside a transaction
     */
    void consume(Owner owner, UUID id, Person person, String pointer);
}
