package org.tongban.core.audit.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** For how long the oldest record has waited for its seal, each time somebody looks (CO-56, CO-83c). */
@Context
class SealGauge {
    private static final double MILLISECONDS = 1_000;

    private final SealRepository repository;
    private final Transactions transactions;
    private final DatabaseClock clock;

    SealGauge(SealRepository repository, Transactions transactions, DatabaseClock clock, MeterRegistry registry) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
        Gauge.builder("tongban.audit.unsealed.age", this, SealGauge::age)
                .description("Seconds for which the oldest audit record has waited for its seal")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    private double age() {
        return transactions.read(() -> {
            var head = repository.head().orElse(SealRow.NONE);
            return repository
                    .oldestBehind(head.txid(), head.recordId())
                    .map(at -> Math.max(0, Duration.between(at, clock.now()).toMillis() / MILLISECONDS))
                    .orElse(0.0);
        });
    }
}
