package org.tongban.core.web.internal;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Drops stored answers after 24 hours (CO-12). */
@Singleton
class ForgetAnswers implements TaskBody {
    private static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyKeyRepository repository;
    private final Transactions transactions;
    private final DatabaseClock clock;

    ForgetAnswers(IdempotencyKeyRepository repository, Transactions transactions, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.forget-answers";
    }

    @Override
    public void run() {
        transactions.write(() -> repository.forget(clock.now().minus(KEPT)));
    }
}
