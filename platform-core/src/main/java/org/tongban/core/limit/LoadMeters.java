package org.tongban.core.limit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** Shows how crowded it is before the database, and how many clients were too slow (CO-84, CO-88). */
@Context
class LoadMeters {
    LoadMeters(Admission admission, SlowClients clients, MeterRegistry registry) {
        Gauge.builder("tongban.admission.waiting", admission, Admission::waiting)
                .description("Requests that wait for their turn at the database")
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder("tongban.admission.refused", admission, Admission::refused)
                .description("Requests refused because too many wait, or they had waited too long")
                .register(registry);
        FunctionCounter.builder("tongban.slow.clients", clients, SlowClients::cutOff)
                .description("Connections ended because their client was too slow to send or to read")
                .register(registry);
    }
}
