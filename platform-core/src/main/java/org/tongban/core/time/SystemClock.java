package org.tongban.core.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The clock of tokens, codes and signatures: real time as the database has it, never moved. A machine whose clock jumps
 * ends no token by it, and revives none (RL-15).
 */
@Singleton
public class SystemClock {
    private final Supplier<Instant> time;

    @Inject
    SystemClock(DatabaseClock database) {
        this(database::now);
    }

    /** A clock for tests that say what time it is. */
    protected SystemClock(Supplier<Instant> time) {
        this.time = time;
    }

    /** The present moment. */
    public Instant now() {
        return time.get();
    }
}
