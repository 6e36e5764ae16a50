package org.tongban.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock of deadlines, years and periods, in Asia/Shanghai; tests and {@code dev} may move it. */
public interface BusinessClock {
    /** The zone of every business date (CO-14). */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The present moment of business time. */
    Instant now();

    /** Today's date in Asia/Shanghai. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }
}
