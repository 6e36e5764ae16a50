package org.tongban.core.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * The same for somebody who has no account: nobody has the case among their own, is told of it by the platform or takes
     * it back. Whoever has the permission of its type decides it; the module tells the applicant.
     */
    String openWithoutAccount(NewCase submission);

    /**
     * Keeps what the officer has decided elsewhere against an account as a decided case of that account, which finds it among
     * its own and may have it re-examined where the type says so (CO-46d). It never stands in the queue, the handler does not
     * hear of it, and it is told in the platform's words unless the type has its own. Its number is answered.
     *
     * @param officer the account that decided
     * @param account whom the decision concerns
     * @param reason what the account is given as the reason; empty where an approval has none
     * @throws org.tongban.core.web.DomainException {@code own-case} where it is the officer's own, or their organisation's
     */
    String record(UUID officer, UUID account, NewCase decided, Decision decision, String reason);

    /**
     * Writes down what an officer did with the record of an open case by an endpoint of the module, say asked somebody for a
     * statement. The case stays locked until the transaction ends.
     *
     * @param action a word of the history that the console knows: {@code take-up}, {@code ask-statement},
     *     {@code extend-statement}
     * @throws org.tongban.core.web.DomainException as a decision does, where the officer does not hold the case
     */
    void act(Caller officer, UUID subject, String action, String reason);

    /** What was said when the subject was last decided on; empty where it never was, or the decision fell. */
    Optional<LastDecision> lastDecision(UUID subject);

    /** Whether somebody looks at a decision on the subject again (CO-46d); meanwhile the decision stands. */
    boolean underReexamination(UUID subject);

    /** Those of many of which that holds. */
    Set<UUID> underReexamination(Collection<UUID> subjects);

    /** The last decision on a subject as its applicant sees it. */
    record LastDecision(Decision decision, String reason, List<Remark> remarks, Instant at) {}
}
