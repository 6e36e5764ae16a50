package org.tongban.core.time;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The machine's time, whose wall clock tests set as an operator would. */
@Singleton
@Replaces(MachineTime.class)
final class JumpingTime implements TimeSource {
    private volatile Duration jump = Duration.ZERO;

    void jump(Duration by) {
        jump = by;
    }

    @Override
    public Instant wall() {
        return Instant.now().plus(jump);
    }

    @Override
    public long ticks() {
        return System.nanoTime();
    }
}
