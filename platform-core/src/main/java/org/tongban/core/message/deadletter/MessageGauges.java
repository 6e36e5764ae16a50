package org.tongban.core.message.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import org.tongban.core.time.DatabaseClock;

/** Counts messages that are stuck, each time somebody looks (CO-41, CO-83c). */
@Context
class MessageGauges {
    private static final int MOST = 10_000;
    private static final Duration LATE = Duration.ofMinutes(5);

    MessageGauges(DeadLetters letters, DatabaseClock clock, MeterRegistry registry) {
        Gauge.builder("tongban.messages.dead", letters, held -> held.count(MOST))
                .description("Messages that were given up, or that a provider may have or not, up to 10,000")
                .strongReference(true)
                .register(registry);
        Gauge.builder(
                        "tongban.messages.overdue",
                        letters,
                        held -> held.countOverdue(clock.now().minus(LATE), MOST))
                .description("Messages that should have gone out five minutes ago, up to 10,000")
                .strongReference(true)
                .register(registry);
    }
}
