package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Transactions;

/** The task {@code platform.purge-sessions}: removes sessions and attempts to sign in that serve nothing any more. */
@Singleton
class PurgeSessions implements TaskBody {
    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionRepository sessions;
    private final AttemptRepository attempts;
    private final Transactions transactions;
    private final SystemClock clock;

    PurgeSessions(
            SessionRepository sessions, AttemptRepository attempts, Transactions transactions, SystemClock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.purge-sessions";
    }

    @Override
    public void run() {
        var before = clock.now().minus(KEPT);
        transactions.write(() -> sessions.deleteExpiredBefore(before) + attempts.deleteBefore(before));
    }
}
