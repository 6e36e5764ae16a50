package org.tongban.filing.revocation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import org.tongban.core.web.Transactions;
import org.tongban.filing.lapse.Lapses;

/** Counts the products whose units do not answer, each time somebody looks (CO-83c). */
@Context
class LapseGauge {
    private static final int MOST = 10_000;

    LapseGauge(Lapses lapses, Transactions transactions, MeterRegistry registry) {
        Gauge.builder(
                        "tongban.filing.lapses.unanswered",
                        transactions,
                        held -> held.read(() -> lapses.countUnanswered(MOST)).doubleValue())
                .description(
                        "Filed products without a valid patent whose units did not answer two reminders, up to 10,000")
                .strongReference(true)
                .register(registry);
    }
}
