package org.tongban.core.retry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long work that failed waits before its next try, and when it is given up (CO-41, CO-50, CO-51, CO-75). */
public final class Backoff {
    private final List<Duration> waits;

    private Backoff(List<Duration> waits) {
        this.waits = waits;
    }

    /** Waits these times one after the other, and gives up after the last. */
    public static Backoff of(Duration... waits) {
        return new Backoff(List.of(waits));
    }

    /** Waits twice as long each time, up to a longest wait, for so many tries in all. */
    public static Backoff doubling(Duration first, Duration longest, int tries) {
        return new Backoff(Stream.iterate(first, wait -> shorter(wait.multipliedBy(2), longest))
                .limit(tries - 1L)
                .map(wait -> shorter(wait, longest))
                .toList());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The wait after so many failures, one after the other; empty where it was tried often enough. */
    public Optional<Duration> after(int failures) {
        return failures > waits.size() ? Optional.empty() : Optional.of(waits.get(failures - 1));
    }
}
