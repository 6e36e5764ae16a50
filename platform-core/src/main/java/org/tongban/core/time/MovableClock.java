package org.tongban.core.time;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Business time: the machine's, moved by an offset that only tests and {@code dev} set. */
@Singleton
public class MovableClock implements BusinessClock {
    private final SystemClock system;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    MovableClock(SystemClock system) {
        this.system = system;
    }

    @Override
    public Instant now() {
        return system.now().plus(offset.get());
    }

    /** Moves business time so that it is {@code instant} now and runs on from there. */
    public void moveTo(Instant instant) {
        offset.set(Duration.between(system.now(), instant));
    }
}
