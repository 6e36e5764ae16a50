package org.tongban.core.review;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Caller;

/** Opens and withdraws cases for modules, in the transaction under way (CO-46, CO-46c). */
public interface Reviews {
    /** Opens a case for what the caller submits; its number is answered. */
    String open(Caller submitter, NewCase submission);

    /** The same for what an account submits that is not signed in. */
    String open(UUID account, @Nullable UUID person, NewCase submission);

    /** What was said when the subject was last returned or rejected; empty where it never was. */
    Optional<LastDecision> lastDecision(UUID subject);

    /** The last decision on a subject as its applicant sees it. */
    record LastDecision(Decision decision, String reason, java.util.List<Remark> remarks, java.time.Instant at) {}
}
