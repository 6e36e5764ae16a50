package org.tongban.identity.enrol;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.agreement.AcceptedAgreement;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.state.State;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Ids;
import org.tongban.identity.organisation.RegistryCheck;

/** The enrolments; joins the transaction under way. */
@Singleton
class Enrolments {
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);
    private static final String NUMBER = "identity.enrolment.rep_number";

    private final EnrolmentRepository repository;
    private final MasterKey masterKey;
    private final SystemClock clock;

    Enrolments(EnrolmentRepository repository, MasterKey masterKey, SystemClock clock) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /**
     * An enrolment that has begun.
     *
     * @param token what the second step shows; it is given this once and kept nowhere
     */
    record Begun(UUID id, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Begun[" + id + "]";
        }
    }

    Begun begin(
            Place place,
            @Nullable String legalPersonType,
            RegistryCheck.Claim claim,
            RegistryCheck.Result compared,
            AcceptedAgreement agreement) {
        var begun = new Begun(Ids.next(), RandomToken.next(), clock.now().plus(TOKEN_LIFETIME));
        var document = claim.representativeDocument();
        repository.insert(
                begun.id(),
                place.code(),
                RandomToken.hash(begun.token()),
                claim.code().value(),
                claim.name(),
                compared.formerNames().toArray(String[]::new),
                compared.region(),
                legalPersonType,
                claim.representative(),
                document.kind().code(),
                masterKey.seal(document.value(), NUMBER + begun.id()).bytes(),
                agreement.id(),
                agreement.version(),
                begun.expiresAt());
        return begun;
    }

    /** The enrolment of a token that is still good. */
    Optional<Enrolment> ofToken(String token) {
        return repository.ofToken(RandomToken.hash(token), clock.now()).map(this::opened);
    }

    Optional<Enrolment> lockOfToken(String token) {
        return repository.lockOfToken(RandomToken.hash(token), clock.now()).map(this::opened);
    }

    /** The enrolment that waits for the face of an account's handler. */
    Optional<Enrolment> ofAccount(UUID account) {
        return repository.ofAccount(account).map(this::opened).filter(Enrolment::awaitsFace);
    }

    Optional<Enrolment> lockOfAccount(UUID account) {
        return repository.lockOfAccount(account).map(this::opened).filter(Enrolment::awaitsFace);
    }

    List<Enrolment> unused(int limit) {
        return repository.unused(clock.now(), limit).stream().map(this::opened).toList();
    }

    List<Enrolment> uncompleted(Instant before, int limit) {
        return repository.uncompleted(before, limit).stream().map(this::opened).toList();
    }

    void store(Enrolment enrolment) {
        repository.store(
                enrolment.id(),
                enrolment.state().code(),
                enrolment.account(),
                enrolment.userAt(),
                enrolment.endedAt(),
                enrolment.version());
    }

    private Enrolment opened(EnrolmentRepository.EnrolmentRow row) {
        return new Enrolment(
                row.id(),
                State.of(EnrolmentState.class, row.state()),
                row.uscc(),
                row.name(),
                List.of(row.formerNames()),
                row.region(),
                row.legalPersonType(),
                row.repName(),
                document(row),
                new AcceptedAgreement(row.agreement(), row.agreementVersion()),
                row.account(),
                row.expiresAt(),
                row.userAt(),
                row.endedAt(),
                row.version());
    }

    private @Nullable IdDocument document(EnrolmentRepository.EnrolmentRow row) {
        return row.repNumber().length == 0
                ? null
                : new IdDocument(
                        IdDocument.Kind.of(row.repIdType()).orElseThrow(),
                        masterKey.openText(Encrypted.of(row.repNumber()), NUMBER + row.id()));
    }
}
