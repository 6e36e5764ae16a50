package org.tongban.core.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** Counts parked events and says how long the oldest one waits, each time somebody looks (CO-50, CO-83c). */
@Context
class EventGauges {
    private static final int MOST = 10_000;

    private final HeldEventRepository repository;
    private final Subscriptions subscriptions;
    private final Transactions transactions;
    private final BusinessClock clock;

    EventGauges(
            HeldEventRepository repository,
            Subscriptions subscriptions,
            Transactions transactions,
            BusinessClock clock,
            MeterRegistry registry) {
        this.repository = repository;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        this.clock = clock;
        Gauge.builder("tongban.events.parked", this, EventGauges::parked)
                .description("Events that a subscriber could not take and that somebody has to settle, up to 10,000")
                .strongReference(true)
                .register(registry);
        Gauge.builder("tongban.events.undelivered.oldest", this, EventGauges::oldest)
                .description("How long ago the oldest event happened that some subscriber has not taken")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    private double parked() {
        return transactions.read(() -> repository.count(HeldEvent.PARKED, MOST));
    }

    private double oldest() {
        return transactions.read(() -> Stream.concat(
                        Stream.of(repository.oldestHeld()),
                        subscriptions.all().stream().map(one -> repository.oldestAhead(one.subscriber(), one.type())))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(at ->
                        (double) Math.max(0, Duration.between(at, clock.now()).toSeconds()))
                .orElse(0.0));
    }
}
