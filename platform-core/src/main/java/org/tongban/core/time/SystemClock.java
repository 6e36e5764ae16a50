package org.tongban.core.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The clock of tokens, codes and signatures: the machine's, never moved. */
@Singleton
public class SystemClock {
    private final TimeSource time;

    @Inject
    SystemClock(TimeSource time) {
        this.time = time;
    }

    /** The machine's clock, for tests that say what time it is. */
    protected SystemClock() {
        this(new MachineTime());
    }

    /** The present moment. */
    public Instant now() {
        return time.wall();
    }
}
