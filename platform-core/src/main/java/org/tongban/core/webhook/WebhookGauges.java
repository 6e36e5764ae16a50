package org.tongban.core.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Counts what webhooks do not take, each time somebody looks (CO-51, CO-83c). */
@Context
class WebhookGauges {
    private static final int MOST = 10_000;
    private static final Duration LATE = Duration.ofHours(1);

    WebhookGauges(
            DeliveryRepository deliveries,
            WebhookRepository webhooks,
            Transactions transactions,
            DatabaseClock clock,
            MeterRegistry registry) {
        Gauge.builder(
                        "tongban.webhooks.dead",
                        transactions,
                        held -> held.read(() -> deliveries.countDead(MOST)).doubleValue())
                .description("Deliveries to webhooks that were given up, up to 10,000")
                .strongReference(true)
                .register(registry);
        Gauge.builder(
                        "tongban.webhooks.overdue",
                        transactions,
                        held -> held.read(() ->
                                        deliveries.countOverdue(clock.now().minus(LATE), MOST))
                                .doubleValue())
                .description("Deliveries to webhooks that were due an hour ago, up to 10,000")
                .strongReference(true)
                .register(registry);
        Gauge.builder(
                        "tongban.webhooks.disabled",
                        transactions,
                        held -> held.read(webhooks::countGivenUp).doubleValue())
                .description("Webhooks that were disabled because they take nothing")
                .strongReference(true)
                .register(registry);
    }
}
