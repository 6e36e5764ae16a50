package org.tongban.filing.recognition;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.Actor;
import org.tongban.filing.FilingActor;

/**
 * A product in the recognition of a year (PF-82).
 *
 * @param former the state before it was refused or revoked
 * @param reason why it was refused, held or revoked
 * @param revokedBy the objection or the filing that it was revoked with
 * @param run the run that it was decided by; null before, and where staff decided without one
 * @param publicityStart the day of the decision, after which ten working days of publicity run
 * @param recognisedOn the first day of its validity, {@code validUntil} the last one, in Asia/Shanghai
 */
@MappedEntity(value = "recognition", schema = "product_filing")
public record Recognition(
        @Id UUID id,
        UUID product,
        UUID unit,
        int year,
        RecognitionState state,
        @Nullable RecognitionState former,
        @Nullable String reason,
        @Nullable UUID revokedBy,
        @Nullable UUID run,
        @Nullable LocalDate publicityStart,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate validUntil,
        @Nullable String certificateNumber,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** The day of the decision on publicity, of one that came so far. */
    public LocalDate requirePublicityStart() {
        return Objects.requireNonNull(publicityStart);
    }

    /** The number of its certificate, of one that was recognised. */
    public String requireCertificateNumber() {
        return Objects.requireNonNull(certificateNumber);
    }

    /** The first day of its validity, of one that was recognised. */
    public LocalDate requireRecognisedOn() {
        return Objects.requireNonNull(recognisedOn);
    }

    /** The last day of its validity, of one that was recognised. */
    public LocalDate requireValidUntil() {
        return Objects.requireNonNull(validUntil);
    }

    Recognition held(@Nullable UUID by, String why, Instant now) {
        return decided(by)
                .changed(RecognitionMove.HOLD.apply(state, FilingActor.STAFF), null, why, null, publicityStart, now);
    }

    Recognition refused(@Nullable UUID by, String why, Instant now) {
        return decided(by)
                .changed(RecognitionMove.REFUSE.apply(state, FilingActor.STAFF), state, why, null, publicityStart, now);
    }

    Recognition published(@Nullable UUID by, LocalDate today, Instant now) {
        return decided(by)
                .changed(RecognitionMove.PUBLISH.apply(state, FilingActor.STAFF), null, null, null, today, now);
    }

    /**
     * Revoked from its state, which a re-examination may give back.
     *
     * @param cause the objection or the filing that it is revoked with
     */
    Recognition revoked(RecognitionMove move, Actor by, UUID cause, String why, Instant now) {
        return changed(move.apply(state, by), state, why, cause, publicityStart, now);
    }

    Recognition ended(RecognitionMove move, Instant now) {
        return changed(move.apply(state, FilingActor.TASK), null, reason, null, publicityStart, now);
    }

    /** As it was before it was refused or revoked; its dates stay. */
    Recognition restored(Instant now) {
        var move = RecognitionMove.restoring(Objects.requireNonNull(former));
        return changed(move.apply(state, FilingActor.REVIEWER), null, null, null, publicityStart, now);
    }

    Recognition recognised(RecognitionMove move, Actor by, String number, LocalDate today, Instant now) {
        return new Recognition(
                id,
                product,
                unit,
                year,
                move.apply(state, by),
                null,
                null,
                null,
                run,
                publicityStart,
                today,
                lastDay(today),
                number,
                version + 1,
                createdAt,
                now);
    }

    /** The day before the anniversary; that of 29 February is 1 March where the year has no such day (PF-52). */
    static LocalDate lastDay(LocalDate first) {
        var inAYear = first.plusYears(1);
        return inAYear.getDayOfMonth() == first.getDayOfMonth() ? inAYear.minusDays(1) : inAYear;
    }

    private Recognition decided(@Nullable UUID by) {
        return new Recognition(
                id,
                product,
                unit,
                year,
                state,
                former,
                reason,
                revokedBy,
                by == null ? run : by,
                publicityStart,
                recognisedOn,
                validUntil,
                certificateNumber,
                version,
                createdAt,
                changedAt);
    }

    private Recognition changed(
            RecognitionState to,
            @Nullable RecognitionState before,
            @Nullable String why,
            @Nullable UUID cause,
            @Nullable LocalDate start,
            Instant now) {
        return new Recognition(
                id,
                product,
                unit,
                year,
                to,
                before,
                why,
                cause,
                run,
                start,
                recognisedOn,
                validUntil,
                certificateNumber,
                version + 1,
                createdAt,
                now);
    }
}
