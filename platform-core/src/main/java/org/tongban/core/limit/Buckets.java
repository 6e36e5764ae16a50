package org.tongban.core.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket for each key, that holds a minute's requests and fills evenly. Of each only the moment at which it will be full
 * is kept, so that a full one need not be kept at all. Thread-safe.
 */
final class Buckets {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SWEEP = Duration.ofSeconds(1).toNanos();
    private static final int WORTH_A_SWEEP = 10_000;
    /** Shared by whoever comes when there are more callers than can be told apart. */
    private static final String OTHERS = "";

    private final long period;
    private final int most;
    private final ConcurrentHashMap<String, Long> full = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong();

    /**
     * Empty of keys.
     *
     * @param perMinute how many requests a bucket holds
     * @param most how many keys are told apart
     */
    Buckets(int perMinute, int most) {
        this.period = MINUTE / perMinute;
        this.most = most;
    }

    /**
     * Takes a request out of the key's bucket, all at one moment.
     *
     * @param now nanoseconds since some moment, not falling
     * @return how long it is until there is one again, zero where one was taken
     */
    Duration take(String key, long now) {
        sweep(now);
        var taken = full.size() >= most && !full.containsKey(key) ? OTHERS : key;
        var wait = new long[1];
        full.compute(taken, (k, known) -> {
            var next = Math.max(now, known == null ? now : known) + period;
            wait[0] = Math.max(0, next - now - MINUTE);
            return wait[0] == 0 ? Long.valueOf(next) : known;
        });
        return Duration.ofNanos(wait[0]);
    }

    int size() {
        return full.size();
    }

    private void sweep(long now) {
        var last = swept.get();
        if (full.size() > WORTH_A_SWEEP && now - last > SWEEP && swept.compareAndSet(last, now)) {
            full.values().removeIf(at -> at <= now);
        }
    }
}
