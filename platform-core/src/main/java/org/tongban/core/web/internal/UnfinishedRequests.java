package org.tongban.core.web.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Counts requests in two phases that died without an outcome, each time somebody looks (CO-83c). */
@Context
class UnfinishedRequests {
    private static final int MOST = 10_000;
    /** For so long a request may be repeated before anybody looks at it. */
    static final Duration LATE = Duration.ofMinutes(5);

    UnfinishedRequests(
            IdempotencyKeyRepository repository,
            Transactions transactions,
            DatabaseClock clock,
            MeterRegistry registry) {
        Gauge.builder(
                        "tongban.requests.unfinished",
                        transactions,
                        held -> held.read(() ->
                                        repository.countUnfinished(clock.now().minus(LATE), MOST))
                                .doubleValue())
                .description(
                        "Requests with an Idempotency-Key that died five minutes ago without an outcome, up to 10,000")
                .strongReference(true)
                .register(registry);
    }
}
