package org.tongban.core.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.web.Caller;

/** What a module does with a decision; one bean for each declared {@link ReviewType} (CO-46). */
public interface ReviewHandler {
    /** The id of the {@link ReviewType} it belongs to. */
    String type();

    /** Carries the last decision on a case out, in its transaction: state, messages and events go with it or not at all. */
    void decided(Outcome outcome);

    /**
     * Hears that a step other than the last was approved, in that transaction.
     *
     * @param nextStep the id of the step that the case has come to
     */
    default void advanced(Outcome outcome, String nextStep) {}

    /**
     * Takes a submission back to the state in which the applicant may edit it (CO-46c); asked only of types that say
     * {@link ReviewType#withWithdrawal}.
     */
    default void withdrawn(UUID subject) {
        throw new UnsupportedOperationException(type() + " takes nothing back");
    }

    /**
     * Takes a decision back after its re-examination (CO-46d): the record gets the state it had, its dates stay. Asked only
     * of types that say {@link ReviewType#withReexamination}.
     *
     * @param fallen the case and the decision that no longer hold, by whom and why it was found so
     */
    default void overturned(Outcome fallen) {
        throw new UnsupportedOperationException(type() + " takes no decision back");
    }

    /**
     * Hears that somebody looks at the decision again, and that it is over, in that transaction (CO-46d): for what the module
     * has published of the decision, which is marked as {@link Reviews#underReexamination} meanwhile.
     */
    default void reexamination(UUID subject) {}

    /**
     * Puts clerical errors of a locked record right (CO-46e); asked only where a form of the submission marks what may be
     * corrected.
     */
    default void corrected(Correction correction) {
        throw new UnsupportedOperationException(type() + " corrects nothing");
    }

    /**
     * Where the record stands now, for those it belongs to (CO-39). Asked after each move of a case of this type, in that
     * transaction, so that the overview never says what was before it; empty leaves what the module told by itself. Lock the
     * record: two cases of one may move at the same moment.
     */
    default Optional<Matter> matter(UUID subject) {
        return Optional.empty();
    }

    /**
     * What officers are told of the record on the page of its case beside what was submitted, and the applicant is not: how
     * it was proven who sent it, say.
     */
    default List<Fact> facts(UUID subject) {
        return List.of();
    }

    /** A titled value in both languages. */
    record Fact(Title title, Title value) {}

    /**
     * A decision as the module learns of it.
     *
     * @param caseNumber the case's number (CO-15), which becomes the record's where the programme says so
     * @param subject the record that was submitted
     * @param account that submitted it; null where the case was opened without one
     * @param reviewer who decided; who decides what follows from it is somebody else
     * @param reason the reviewer's words; empty where an approval has none
     */
    record Outcome(
            UUID reviewCase,
            String caseNumber,
            UUID subject,
            @Nullable UUID account,
            Caller reviewer,
            Decision decision,
            String reason,
            List<Remark> remarks) {
        /** The account that submitted it, of a type whose cases are all opened for one. */
        public UUID submitter() {
            return Objects.requireNonNull(account, "opened without an account");
        }
    }

    /**
     * What two officers have agreed to correct.
     *
     * @param caseNumber the number of the case that the record was approved by
     * @param changes in the order in which they were proposed
     */
    record Correction(String caseNumber, UUID subject, Caller reviewer, List<Change> changes, String reason) {}

    /** A text in the place of another; the pointer is one into the snapshot of the approved submission. */
    record Change(String pointer, String before, String after) {}
}
