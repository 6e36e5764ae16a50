package org.tongban.core.face;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.DomainException;

/**
 * Has polls of a face verification that waits keep their distance (ID-13), by what this node remembers. Thread-safe.
 */
@Singleton
class FacePolls {
    private static final int WORTH_A_SWEEP = 10_000;

    private final SystemClock clock;
    private final Duration interval;
    private final ConcurrentHashMap<UUID, Instant> next = new ConcurrentHashMap<>();

    FacePolls(SystemClock clock, FaceSettings settings) {
        this.clock = clock;
        this.interval = settings.pollInterval();
    }

    /** Counts a poll; {@link FaceError#FACE_POLL_LIMIT} where it comes too soon after the one before. */
    void admit(UUID verification) {
        var now = clock.now();
        if (next.size() > WORTH_A_SWEEP) {
            next.values().removeIf(from -> !from.isAfter(now));
        }
        var from = next.putIfAbsent(verification, now.plus(interval));
        if (from == null) {
            return;
        }
        if (from.isAfter(now) || !next.replace(verification, from, now.plus(interval))) {
            var wait = Duration.between(now, from);
            throw DomainException.of(FaceError.FACE_POLL_LIMIT).endingAfter(wait.isNegative() ? interval : wait);
        }
    }
}
