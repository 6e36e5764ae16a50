package org.tongban.identity.manual;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.Title;
import org.tongban.core.overview.Matter;
import org.tongban.core.overview.Matter.Acts;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityRealms;

/**
 * A unit that an officer verifies, with the account of its handler (ID-25, ID-26). {@link #toString} names it by its id.
 *
 * @param account that of the platform, which waits before its gate
 * @param document the form, without what opened the account
 * @param caseNumber that of the latest review
 * @param decidedAt the moment of the latest decision; null where none was taken since it was last submitted
 * @param organisation the unit, once it has passed
 */
record ManualEnrolment(
        UUID id,
        UUID account,
        ManualState state,
        ManualDocument document,
        String caseNumber,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable UUID organisation,
        long version) {
    private static final Title CORRECT = new Title("重新上传资料并提交", "Upload again and resubmit");
    private static final Title COMPARE = new Title("比对", "Compare");
    private static final Title NOTHING = new Title("无需操作", "Nothing to do");

    ManualEnrolment passed(UUID unit, Instant at) {
        var next = ManualMove.PASS.apply(state, IdentityActor.REVIEWER);
        return new ManualEnrolment(id, account, next, document, caseNumber, submittedAt, at, null, unit, version + 1);
    }

    ManualEnrolment returned(String why, Instant at) {
        var next = ManualMove.RETURN.apply(state, IdentityActor.REVIEWER);
        return new ManualEnrolment(id, account, next, document, caseNumber, submittedAt, at, why, null, version + 1);
    }

    ManualEnrolment resubmitted(ManualDocument corrected, Instant at) {
        var next = ManualMove.RESUBMIT.apply(state, IdentityActor.HANDLER);
        return new ManualEnrolment(id, account, next, corrected, caseNumber, at, null, null, null, version + 1);
    }

    ManualEnrolment lapsed(ManualMove move, IdentityActor by, Instant at) {
        var next = move.apply(state, by);
        return new ManualEnrolment(id, account, next, document, caseNumber, submittedAt, at, reason, null, version + 1);
    }

    ManualEnrolment inCase(String number) {
        return new ManualEnrolment(
                id, account, state, document, number, submittedAt, decidedAt, reason, organisation, version);
    }

    /** Where the applicant reads and corrects it. */
    String link() {
        return "/api/identity/v1/manual-enrolments/" + id;
    }

    /** Where it stands, for its applicant (CO-39). */
    Matter matter() {
        return switch (state) {
            case IN_REVIEW -> matter(Acts.REVIEWER, COMPARE);
            case RETURNED -> matter(Acts.APPLICANT, CORRECT);
            case PASSED, LAPSED -> matter(Acts.NOBODY, NOTHING);
        };
    }

    private Matter matter(Acts acts, Title next) {
        return new Matter(
                new RecordRef(ManualEnrolments.RECORD, id),
                account,
                IdentityRealms.HANDLER,
                document.name(),
                caseNumber.isEmpty() ? null : caseNumber,
                state,
                acts,
                next,
                null,
                link());
    }

    ManualKind kind() {
        return document.kind();
    }

    @Override
    public String toString() {
        return "ManualEnrolment[" + id + "]";
    }
}
