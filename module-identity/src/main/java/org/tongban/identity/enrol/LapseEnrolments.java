package org.tongban.identity.enrol;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;
import org.tongban.identity.user.UserState;

/** Ends enrolments that nobody went on with: phone and username of the account are free again (ID-14). */
@Singleton
class LapseEnrolments implements TaskBody {
    static final String TASK = "identity.lapse-enrolments";
    private static final int BATCH = 100;

    private final Enrolments enrolments;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Duration patience;

    LapseEnrolments(
            Enrolments enrolments,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit,
            @Value("${platform.identity.handler.face-within:24h}") Duration patience) {
        this.enrolments = enrolments;
        this.handlers = handlers;
        this.moves = moves;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
        this.patience = patience;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        while (transactions.write(this::lapseUnused) == BATCH) {
            // One transaction for each batch.
        }
        while (transactions.write(this::lapseUncompleted) == BATCH) {
            // Likewise.
        }
    }

    private int lapseUnused() {
        var unused = enrolments.unused(BATCH);
        unused.forEach(this::lapse);
        return unused.size();
    }

    private int lapseUncompleted() {
        var uncompleted = enrolments.uncompleted(clock.now().minus(patience), BATCH);
        for (var enrolment : uncompleted) {
            lapse(enrolment);
            close(enrolment.account());
        }
        return uncompleted.size();
    }

    private void lapse(Enrolment enrolment) {
        enrolments.store(enrolment.ended(EnrolmentMove.LAPSE, IdentityActor.PLATFORM, clock.now()));
    }

    private void close(@Nullable UUID account) {
        if (account != null) {
            handlers.lock(account)
                    .filter(handler -> handler.state() == UserState.AWAITING)
                    .ifPresent(handler -> {
                        moves.close(handler, UserMove.LAPSE, IdentityActor.PLATFORM);
                        audit.recordTask(TASK, "identity/handler-account", account, Map.of());
                    });
        }
    }
}
