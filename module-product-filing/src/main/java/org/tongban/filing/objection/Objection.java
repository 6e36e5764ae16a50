package org.tongban.filing.objection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.filing.FilingActor;

/**
 * What somebody objects to the recognition of a product (PF-60).
 *
 * @param number the number of its case, which is the receipt's
 * @param document the form as typed, personal data masked
 * @param objector that data in clear, sealed
 * @param redacted what the unit gets to read of its content; null until it is asked for a statement
 * @param shownEvidence the numbers of the materials that it gets to see, as JSON
 * @param statementId by what its statement and the files of that are known
 * @param askedOn the day after which its time for the statement runs
 * @param reason why it was decided so, as both are told
 * @param outcomeCase the number of the case by which the unit may have the decision re-examined
 */
@MappedEntity(value = "objection", schema = "product_filing")
record Objection(
        @Id UUID id,
        UUID product,
        UUID unit,
        String number,
        ObjectionState state,
        String form,
        String document,
        byte[] objector,
        LocalDate receivedOn,
        @Nullable String redacted,
        String shownEvidence,
        @Nullable UUID statementId,
        @Nullable LocalDate askedOn,
        boolean extended,
        @Nullable String statement,
        @Nullable String statementForm,
        @Nullable Instant statedAt,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable String outcomeCase,
        long version,
        Instant createdAt,
        Instant changedAt) {
    /** The day on which a statement was asked for, of one where it was. */
    LocalDate requireAskedOn() {
        return Objects.requireNonNull(askedOn);
    }

    /** By what the statement is known that was asked for. */
    UUID requireStatementId() {
        return Objects.requireNonNull(statementId);
    }

    /** Whether the unit knows of it: it was asked for a statement, or told the result. */
    boolean isKnownToUnit() {
        return askedOn != null || !state.isOpen();
    }

    Objection takenUp(Instant now) {
        return moved(ObjectionMove.TAKE_UP, now).build();
    }

    Objection asked(String text, String evidence, UUID statement, LocalDate today, Instant now) {
        var change = moved(ObjectionMove.ASK_STATEMENT, now);
        change.redacted = text;
        change.shownEvidence = evidence;
        change.statementId = statement;
        change.askedOn = today;
        return change.build();
    }

    Objection extended(Instant now) {
        var change = new Change(this, state, now);
        change.extended = true;
        return change.build();
    }

    Objection stated(String text, String ofForm, Instant now) {
        var change = new Change(this, state, now);
        change.statement = text;
        change.statementForm = ofForm;
        change.statedAt = now;
        return change.build();
    }

    Objection decided(ObjectionMove move, String why, Instant now) {
        var change = moved(move, now);
        change.reason = why;
        change.decidedAt = now;
        return change.build();
    }

    Objection withOutcome(String caseNumber) {
        var change = new Change(this, state, changedAt);
        change.outcomeCase = caseNumber;
        return change.build();
    }

    private Change moved(ObjectionMove move, Instant now) {
        return new Change(this, move.apply(state, FilingActor.REVIEWER), now);
    }

    /** What becomes of one; whatever is not named stays. */
    private static final class Change {
        private final Objection before;
        private final ObjectionState state;
        private final Instant now;
        private @Nullable String redacted;
        private String shownEvidence;
        private @Nullable UUID statementId;
        private @Nullable LocalDate askedOn;
        private boolean extended;
        private @Nullable String statement;
        private @Nullable String statementForm;
        private @Nullable Instant statedAt;
        private @Nullable String reason;
        private @Nullable Instant decidedAt;
        private @Nullable String outcomeCase;

        Change(Objection before, ObjectionState state, Instant now) {
            this.before = before;
            this.state = state;
            this.now = now;
            redacted = before.redacted;
            shownEvidence = before.shownEvidence;
            statementId = before.statementId;
            askedOn = before.askedOn;
            extended = before.extended;
            statement = before.statement;
            statementForm = before.statementForm;
            statedAt = before.statedAt;
            reason = before.reason;
            decidedAt = before.decidedAt;
            outcomeCase = before.outcomeCase;
        }

        Objection build() {
            return new Objection(
                    before.id,
                    before.product,
                    before.unit,
                    before.number,
                    state,
                    before.form,
                    before.document,
                    before.objector,
                    before.receivedOn,
                    redacted,
                    shownEvidence,
                    statementId,
                    askedOn,
                    extended,
                    statement,
                    statementForm,
                    statedAt,
                    reason,
                    decidedAt,
                    outcomeCase,
                    before.version + 1,
                    before.createdAt,
                    now);
        }
    }
}
