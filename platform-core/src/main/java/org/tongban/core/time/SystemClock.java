package org.tongban.core.time;

import jakarta.inject.Singleton;
import java.time.Instant;

/** The clock of tokens, codes and signatures: the machine's, never moved. */
@Singleton
public class SystemClock {
    /** The present moment. */
    public Instant now() {
        return Instant.now();
    }
}
