package org.tongban.core.code;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.Transactions;

/** The task {@code platform.purge-codes}: removes codes and proofs that are over and that no limit counts any more. */
@Singleton
class PurgeCodes implements TaskBody {
    private static final int DAYS_KEPT = 30;

    private final CodeRepository repository;
    private final CodeSettings settings;
    private final Transactions transactions;
    private final SystemClock clock;

    PurgeCodes(CodeRepository repository, CodeSettings settings, Transactions transactions, SystemClock clock) {
        this.repository = repository;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.purge-codes";
    }

    @Override
    public void run() {
        var now = clock.now();
        var longest = settings.lifetime().plus(settings.proofLifetime());
        var kept = longest.compareTo(CodeLimits.DAY) > 0 ? longest : CodeLimits.DAY;
        transactions.write(() -> repository.deleteBefore(now.minus(kept))
                + repository.deleteDaysBefore(
                        LocalDate.ofInstant(now.minus(Duration.ofDays(DAYS_KEPT)), BusinessClock.ZONE)));
    }
}
