package org.tongban.core.calendar;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import org.tongban.core.time.BusinessClock;

/**
 * Warns of years without a notice (CO-71): in the details of health, and as {@code tongban_calendar_missing_years} for
 * whoever watches. A node is ready all the same.
 */
@Singleton
@Readiness
class CalendarHealth implements HealthIndicator {
    /** The State Council publishes the next year's notice in November. */
    private static final Month WARNED_FROM = Month.NOVEMBER;

    private final Notices notices;
    private final BusinessClock clock;

    CalendarHealth(Notices notices, BusinessClock clock, MeterRegistry registry) {
        this.notices = notices;
        this.clock = clock;
        Gauge.builder(
                        "tongban.calendar.missing.years",
                        this,
                        health -> health.missing().size())
                .description("Years whose public holidays should be known by now and are not")
                .strongReference(true)
                .register(registry);
    }

    /** The years that should be there by now. */
    List<Integer> missing() {
        var today = clock.today();
        var last = today.getMonth().compareTo(WARNED_FROM) < 0 ? today.getYear() : today.getYear() + 1;
        var known = notices.byYear();
        return IntStream.rangeClosed(today.getYear(), last)
                .filter(year -> !known.containsKey(year))
                .boxed()
                .toList();
    }

    HealthResult result() {
        var missing = missing();
        return HealthResult.builder("calendar", HealthStatus.UP)
                .details(Map.of("missing", missing, "warning", !missing.isEmpty()))
                .build();
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(result());
    }
}
