package org.tongban.core.event;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.tongban.core.retry.Backoff;

/**
 * The settings of the delivery of events, {@code platform.events.*} (CO-50).
 *
 * @param retry how long an event waits after its first failure; the wait doubles up to ten minutes
 * @param tries after how many failures it is parked
 */
@ConfigurationProperties("platform.events")
record EventSettings(
        @Bindable(defaultValue = "5s") Duration retry,
        @Bindable(defaultValue = "10") int tries) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    Backoff backoff() {
        return Backoff.doubling(retry, LONGEST_WAIT, tries);
    }
}
