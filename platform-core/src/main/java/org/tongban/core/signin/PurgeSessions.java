package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.token.TokenSettings;
import org.tongban.core.web.Transactions;

/** The task {@code platform.purge-sessions}: removes sessions, refresh tokens, attempts and devices that serve nothing. */
@Singleton
class PurgeSessions implements TaskBody {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration DEVICE_KEPT = Duration.ofDays(180);

    private final SessionRepository sessions;
    private final AttemptRepository attempts;
    private final DeviceRepository devices;
    private final Transactions transactions;
    private final TokenSettings settings;
    private final DatabaseClock clock;

    PurgeSessions(
            SessionRepository sessions,
            AttemptRepository attempts,
            DeviceRepository devices,
            Transactions transactions,
            TokenSettings settings,
            DatabaseClock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.devices = devices;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.purge-sessions";
    }

    @Override
    public void run() {
        purge(clock.now());
    }

    /** Deletes what nobody can use any more at this moment. */
    void purge(Instant now) {
        var before = now.minus(KEPT);
        transactions.write(() -> sessions.deleteExpiredBefore(before)
                // Its next token has expired too, or has been used: nothing is left to be ended by its return.
                + sessions.deleteRotatedBefore(now.minus(settings.refreshLifetime()))
                + attempts.deleteBefore(before)
                + devices.deleteUnusedSince(now.minus(DEVICE_KEPT)));
    }
}
