package org.tongban.identity.recovery;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Transactions;

/** Forgets who asked for what account, once no proof can stand for it any more. */
@Singleton
class PurgeRecoveries implements TaskBody {
    private static final Duration KEPT = Duration.ofDays(1);

    private final RecoveryRepository recoveries;
    private final Transactions transactions;
    private final SystemClock clock;

    PurgeRecoveries(RecoveryRepository recoveries, Transactions transactions, SystemClock clock) {
        this.recoveries = recoveries;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return RecoveryPart.PURGE;
    }

    @Override
    public void run() {
        transactions.write(() -> recoveries.deleteBefore(clock.now().minus(KEPT)));
    }
}
