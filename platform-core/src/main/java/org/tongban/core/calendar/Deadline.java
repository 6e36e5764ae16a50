package org.tongban.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.tongban.core.time.BusinessClock;

/** The end of a period of working days, or that nobody can say it yet (CO-71). */
public sealed interface Deadline {
    /**
     * A period whose end is known.
     *
     * @param date its last day
     * @param endsAt the midnight in Asia/Shanghai at which that day is over
     */
    record Determined(LocalDate date, Instant endsAt) implements Deadline {
        static Determined on(LocalDate last) {
            return new Determined(
                    last, last.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant());
        }
    }

    /**
     * A period that touches a year whose holidays are not known: what is kept is how it was asked for.
     *
     * @param provisional where it would end if that year had only the holidays of a fixed date; to be shown as such,
     *     nothing may take effect by it
     */
    record NotDeterminable(LocalDate start, int days, LocalDate provisional) implements Deadline {}
}
