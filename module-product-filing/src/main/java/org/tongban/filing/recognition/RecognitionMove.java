package org.tongban.filing.recognition;

import static org.tongban.filing.FilingActor.REVIEWER;
import static org.tongban.filing.FilingActor.STAFF;
import static org.tongban.filing.FilingActor.TASK;
import static org.tongban.filing.FilingActor.UNIT;
import static org.tongban.filing.recognition.RecognitionState.CANDIDATE;
import static org.tongban.filing.recognition.RecognitionState.EXPIRED;
import static org.tongban.filing.recognition.RecognitionState.HELD;
import static org.tongban.filing.recognition.RecognitionState.IN_PUBLICITY;
import static org.tongban.filing.recognition.RecognitionState.NOT_MET;
import static org.tongban.filing.recognition.RecognitionState.RECOGNISED;
import static org.tongban.filing.recognition.RecognitionState.REVOKED;
import static org.tongban.filing.recognition.RecognitionState.SUPERSEDED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.filing.ProductRecognised;
import org.tongban.filing.RecognitionEnded;

/** Every move of a recognition; a new one is a candidate from the moment its round takes the product (PF-82). */
public enum RecognitionMove implements Move<RecognitionState> {
    HOLD(Row.of(STAFF, CANDIDATE).to(HELD).sends("filing.held")),
    REFUSE(Row.of(STAFF, CANDIDATE, HELD).to(NOT_MET).sends("filing.not-met")),
    PUBLISH(Row.of(STAFF, CANDIDATE, HELD).to(IN_PUBLICITY).sends("filing.publicity")),
    RECOGNISE(
            Row.of(TASK, IN_PUBLICITY).to(RECOGNISED).sends("filing.recognised").publishes(ProductRecognised.class)),
    /** The last open objection was decided after the end of the period (PF-52). */
    RECOGNISE_BY_DECISION(Row.of(REVIEWER, IN_PUBLICITY)
            .to(RECOGNISED)
            .sends("filing.recognised")
            .publishes(ProductRecognised.class)),
    /** An objection was upheld (PF-54). */
    UPHOLD(Row.of(REVIEWER, IN_PUBLICITY, RECOGNISED)
            .to(REVOKED)
            .sends("filing.recognition-revoked")
            .publishes(RecognitionEnded.class)),
    /** The filing was revoked, which the unit asked for or confirmed (PF-35). */
    REVOKE_WITH_FILING(Row.of(UNIT, IN_PUBLICITY, RECOGNISED)
            .to(REVOKED)
            .sends("filing.recognition-revoked")
            .publishes(RecognitionEnded.class)),
    SUPERSEDE(Row.of(TASK, RECOGNISED).to(SUPERSEDED)),
    EXPIRE(Row.of(TASK, RECOGNISED).to(EXPIRED).sends("filing.expired").publishes(RecognitionEnded.class)),
    /** A decision fell in its re-examination: the record has the state that it had (CO-46d). */
    RESTORE_CANDIDATE(Row.of(REVIEWER, NOT_MET).to(CANDIDATE)),
    RESTORE_HELD(Row.of(REVIEWER, NOT_MET).to(HELD)),
    RESTORE_PUBLICITY(Row.of(REVIEWER, REVOKED).to(IN_PUBLICITY)),
    RESTORE_RECOGNISED(Row.of(REVIEWER, REVOKED).to(RECOGNISED).publishes(ProductRecognised.class));

    private final Row<RecognitionState> row;

    RecognitionMove(Row<RecognitionState> row) {
        this.row = row;
    }

    @Override
    public Row<RecognitionState> row() {
        return row;
    }

    /** The move that takes a decision back. */
    static RecognitionMove restoring(RecognitionState former) {
        return switch (former) {
            case CANDIDATE -> RESTORE_CANDIDATE;
            case HELD -> RESTORE_HELD;
            case IN_PUBLICITY -> RESTORE_PUBLICITY;
            case RECOGNISED -> RESTORE_RECOGNISED;
            case NOT_MET, REVOKED, EXPIRED, SUPERSEDED ->
                throw new IllegalStateException("nothing was decided on from " + former);
        };
    }
}
