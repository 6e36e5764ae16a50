package org.tongban.filing.certificate;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.recognition.RecognitionState;

/**
 * A recognition as its certificate is asked for.
 *
 * @param revokedBy the objection or the filing that it was revoked with
 * @param certificateNumber null of one that has not been recognised; the dates likewise
 */
@MappedEntity(value = "recognition", schema = "product_filing")
record Certified(
        @Id UUID id,
        UUID product,
        UUID unit,
        RecognitionState state,
        @Nullable UUID revokedBy,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate validUntil,
        @Nullable String certificateNumber,
        Instant changedAt) {

    LocalDate requireRecognisedOn() {
        return Objects.requireNonNull(recognisedOn);
    }

    LocalDate requireValidUntil() {
        return Objects.requireNonNull(validUntil);
    }

    String requireCertificateNumber() {
        return Objects.requireNonNull(certificateNumber);
    }

    /** What it is on the day: its end is written a little after midnight. */
    RecognitionState stateOn(LocalDate today) {
        return state == RecognitionState.RECOGNISED && today.isAfter(requireValidUntil())
                ? RecognitionState.EXPIRED
                : state;
    }

    /** @throws DomainException {@link FilingError#RECOGNITION_NOT_IN_FORCE} with the state that it has */
    void requireInForceOn(LocalDate today) {
        if (stateOn(today) != RecognitionState.RECOGNISED) {
            throw notInForce(today);
        }
    }

    /** @throws DomainException {@link FilingError#RECOGNITION_NOT_IN_FORCE} where there has never been a certificate */
    void requireCertificate(LocalDate today) {
        if (certificateNumber == null) {
            throw notInForce(today);
        }
    }

    private DomainException notInForce(LocalDate today) {
        return DomainException.of(FilingError.RECOGNITION_NOT_IN_FORCE)
                .with("state", stateOn(today).code());
    }
}
