package org.tongban.core.time;

import java.time.Instant;

/** What the machine knows of time; tests make its wall clock jump. */
interface TimeSource {
    /** The wall clock, which an operator or a time server may set at any moment. */
    Instant wall();

    /** Nanoseconds since some moment; nothing sets them. */
    long ticks();
}
