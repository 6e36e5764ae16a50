package org.tongban.core.message.dispatch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.tongban.core.message.deadletter.DeadLetters;
import org.tongban.core.message.inbox.Inboxes;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** The task {@code platform.purge-messages}: forgets what was sent long ago, and what was told long before that (CO-58). */
@Singleton
class PurgeMessages implements TaskBody {
    private static final int AT_ONCE = 1_000;
    private static final int DAYS_COUNTED = 2;

    private final DeadLetters letters;
    private final Inboxes inboxes;
    private final QuotaRepository quotas;
    private final MessageSettings settings;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final BusinessClock business;

    PurgeMessages(
            DeadLetters letters,
            Inboxes inboxes,
            QuotaRepository quotas,
            MessageSettings settings,
            Transactions transactions,
            DatabaseClock clock,
            BusinessClock business) {
        this.letters = letters;
        this.inboxes = inboxes;
        this.quotas = quotas;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
        this.business = business;
    }

    @Override
    public String task() {
        return "platform.purge-messages";
    }

    @Override
    public void run() {
        var now = clock.now();
        all(before -> letters.forgetBefore(before, AT_ONCE), now.minus(Duration.ofDays(settings.keptDays())));
        all(before -> inboxes.forgetBefore(before, AT_ONCE), now.minus(Duration.ofDays(settings.inboxDays())));
        transactions.write(() -> quotas.deleteBefore(business.today().minusDays(DAYS_COUNTED)));
    }

    private static void all(ToIntFunction<Instant> part, Instant before) {
        int gone;
        do {
            gone = part.applyAsInt(before);
        } while (gone == AT_ONCE);
    }
}
