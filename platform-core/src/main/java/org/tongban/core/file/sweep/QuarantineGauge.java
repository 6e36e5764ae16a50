package org.tongban.core.file.sweep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import org.tongban.core.file.FileRepository;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** Counts the files that wait for their scan, and uploads without an outcome, each time somebody looks (CO-83c). */
@Context
class QuarantineGauge {
    private static final int MOST = 10_000;
    private static final Duration LATE = Duration.ofHours(2);

    QuarantineGauge(FileRepository files, Transactions transactions, BusinessClock clock, MeterRegistry registry) {
        Gauge.builder(
                        "tongban.files.unfinished",
                        transactions,
                        held -> held.read(
                                        () -> files.countUnfinished(clock.now().minus(LATE), MOST))
                                .doubleValue())
                .description("Uploads that began two hours ago and have no outcome, up to 10,000")
                .strongReference(true)
                .register(registry);
        Gauge.builder(
                        "tongban.files.quarantined",
                        transactions,
                        held -> held.read(() -> files.countQuarantined(MOST)).doubleValue())
                .description("Files whose bytes have come and that no scanner has judged, up to 10,000")
                .strongReference(true)
                .register(registry);
    }
}
