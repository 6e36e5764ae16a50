package org.tongban.core.time;

import jakarta.inject.Singleton;
import java.time.Instant;

/** The time of the machine that this process runs on. */
@Singleton
final class MachineTime implements TimeSource {
    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public long ticks() {
        return System.nanoTime();
    }
}
