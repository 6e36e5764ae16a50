package org.tongban.filing.statistic;

import java.util.Locale;

/** What is counted: products as the public sees them, filings, updates in rounds, recognitions in rounds. */
enum Subject {
    PUBLIC,
    FILING,
    UPDATE,
    RECOGNITION;

    /** Its name in the counters. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
