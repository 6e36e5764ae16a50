package org.tongban.identity.manual;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.overview.Matters;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;
import org.tongban.identity.IdentityActor;

/** Ends enrolments that were returned and that nobody has come back to: phone and username are free again (ID-25). */
@Singleton
class LapseEnrolments implements TaskBody {
    private static final String LAPSED = "identity.manual-lapsed";
    private static final int BATCH = 100;

    private final ManualEnrolments enrolments;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Matters matters;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final Duration after;

    LapseEnrolments(
            ManualEnrolments enrolments,
            Accounts accounts,
            Outbox outbox,
            Matters matters,
            Transactions transactions,
            BusinessClock clock,
            @Value("${platform.identity.manual.lapse-after:30d}") Duration after) {
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.outbox = outbox;
        this.matters = matters;
        this.transactions = transactions;
        this.clock = clock;
        this.after = after;
    }

    @Override
    public String task() {
        return ManualPart.LAPSE;
    }

    @Override
    public void run() {
        var before = clock.now().minus(after);
        while (true) {
            var over = transactions.read(() -> enrolments.returnedBefore(before, BATCH));
            over.forEach(id -> transactions.write(() -> lapsed(id)));
            if (over.size() < BATCH) {
                return;
            }
        }
    }

    /** Answers whether it was still there to lapse. */
    private boolean lapsed(UUID id) {
        var returned = enrolments.lock(id).filter(found -> found.state() == ManualState.RETURNED);
        returned.ifPresent(enrolment -> {
            var lapsed = enrolment.lapsed(ManualMove.LAPSE, IdentityActor.PLATFORM, clock.now());
            enrolments.decide(lapsed);
            matters.put(lapsed.matter());
            // The account is closed in a moment, and its inbox with it.
            outbox.send(
                    LAPSED,
                    new Recipient.Phone(enrolment.document().phone()),
                    Map.of("days", String.valueOf(after.toDays())));
            accounts.close(enrolment.account());
            accounts.freeLogin(enrolment.account());
        });
        return returned.isPresent();
    }
}
