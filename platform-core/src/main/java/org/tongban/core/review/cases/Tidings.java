package org.tongban.core.review.cases;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.Decision;

/** Tells applicants in its transaction what became of their cases, where the module has no words of its own (CO-38). */
@Singleton
public class Tidings {
    private static final String CASES = "/api/platform/v1/me/cases/";

    private final CaseTypes types;
    private final Outbox outbox;

    Tidings(CaseTypes types, Outbox outbox) {
        this.types = types;
        this.outbox = outbox;
    }

    void decided(ReviewCase found, Decision decision, String reason) {
        if (types.of(found.type()).ownMessages()) {
            return;
        }
        switch (decision) {
            case APPROVE -> {
                // What an approval means only the module can say.
            }
            case RETURN -> send("core.returned", found, Map.of("reason", reason));
            case REJECT -> send("core.rejected", found, Map.of("reason", reason));
        }
    }

    void reexamined(ReviewCase original, boolean falls) {
        send("core.reexamined", original, Map.of("result", falls ? "原决定已撤销" : "维持原决定"));
    }

    void corrected(ReviewCase original, String reason) {
        send("core.corrected", original, Map.of("reason", reason));
    }

    /** What came of asking for the case back (CO-46c). */
    public void withdrawal(ReviewCase found, boolean granted, String reason) {
        if (granted) {
            send("core.withdrawal-granted", found, Map.of());
        } else {
            send("core.withdrawal-refused", found, Map.of("reason", reason));
        }
    }

    private void send(String template, ReviewCase about, Map<String, String> said) {
        var applicant = about.submittedBy();
        if (applicant == null) {
            // Only the module knows how to reach whoever has no account.
            return;
        }
        var parameters = new HashMap<>(said);
        parameters.put("title", about.title());
        parameters.put("number", about.number());
        outbox.send(template, new Recipient.Account(applicant), parameters, CASES + about.id());
    }
}
