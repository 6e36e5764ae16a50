package org.tongban.core.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import org.tongban.core.task.JobRecords;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Counts jobs that were given up or do not go on, each time somebody looks (CO-83c). */
@Context
class JobGauges {
    private static final int MOST = 10_000;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LATE = Duration.ofMinutes(5);

    JobGauges(JobRecords jobs, Transactions transactions, DatabaseClock clock, MeterRegistry registry) {
        Gauge.builder(
                        "tongban.jobs.failed",
                        transactions,
                        held -> held.read(() -> jobs.countGivenUp(clock.now().minus(WEEK), MOST))
                                .doubleValue())
                .description("Jobs that failed within a week, up to 10,000")
                .strongReference(true)
                .register(registry);
        Gauge.builder(
                        "tongban.jobs.late",
                        transactions,
                        held -> held.read(() -> jobs.countLate(clock.now().minus(LATE), MOST))
                                .doubleValue())
                .description("Jobs that should have gone on five minutes ago and that no node has, up to 10,000")
                .strongReference(true)
                .register(registry);
    }
}
