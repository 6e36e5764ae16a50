package org.tongban.core.review;

import java.util.List;
import java.util.UUID;
import org.tongban.core.web.Caller;

/** What a module does with a decision; one bean for each declared {@link ReviewType} (CO-46). */
public interface ReviewHandler {
    /** The id of the {@link ReviewType} it belongs to. */
    String type();

    /** Carries the decision out, in its transaction: state, messages and events go with it or not at all. */
    void decided(Outcome outcome);

    /**
     * A decision as the module learns of it.
     *
     * @param caseNumber the case's number (CO-15), which becomes the record's where the programme says so
     * @param subject the record that was submitted
     * @param reviewer who decided; who decides what follows from it is somebody else
     * @param reason the reviewer's words; empty where an approval has none
     */
    record Outcome(
            UUID reviewCase,
            String caseNumber,
            UUID subject,
            Caller reviewer,
            Decision decision,
            String reason,
            List<Remark> remarks) {}
}
