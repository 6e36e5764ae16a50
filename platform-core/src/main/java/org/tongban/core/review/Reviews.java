package org.tongban.core.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Caller;

/** Opens cases for modules, in the transaction under way, and says what was decided (CO-46). */
public interface Reviews {
    /**
     * Opens a case for what the caller submits and has stored as submitted; its number is answered.
     *
     * @throws org.tongban.core.web.DomainException {@code id-expired} where the caller is a person whose ID has (ID-2)
     */
    String open(Caller submitter, NewCase submission);

    /** The same for what an account submits that is not signed in, and for what an expired ID does not hinder. */
    String open(UUID account, @Nullable UUID person, NewCase submission);

    /** What was said when the subject was last decided on; empty where it never was, or the decision fell. */
    Optional<LastDecision> lastDecision(UUID subject);

    /** Whether somebody looks at a decision on the subject again (CO-46d); meanwhile the decision stands. */
    boolean underReexamination(UUID subject);

    /** The last decision on a subject as its applicant sees it. */
    record LastDecision(Decision decision, String reason, List<Remark> remarks, Instant at) {}
}
