package org.tongban.core.web.internal;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Drops stored answers after 24 hours (CO-12), and claims of requests that died without an outcome (CO-83c). */
@Singleton
class ForgetAnswers implements TaskBody {
    private static final Logger LOG = LoggerFactory.getLogger(ForgetAnswers.class);
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
        var now = clock.now();
        transactions.write(() -> repository.forget(now.minus(KEPT)));
        var swept = transactions.write(() -> repository.sweep(now));
        if (swept > 0) {
            LOG.warn("{} requests with an Idempotency-Key died without an outcome", swept);
        }
    }
}
