package org.tongban.core.message.dispatch;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.tongban.core.time.BusinessClock;

/** The hours in which nobody is disturbed by what can wait (CO-43), in Asia/Shanghai; none where both ends are the same. */
record QuietHours(LocalTime from, LocalTime until) {
    static QuietHours of(String from, String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    boolean holds(Instant moment) {
        var time = moment.atZone(BusinessClock.ZONE).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean going = time.isBefore(until);
        return from.isAfter(until) ? begun || going : begun && going;
    }

    /** When the quiet hours end next. */
    Instant end(Instant moment) {
        var local = moment.atZone(BusinessClock.ZONE);
        var end = local.with(until);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }

    /** When the next day's messages go out. */
    Instant nextDay(Instant moment) {
        ZonedDateTime next = moment.atZone(BusinessClock.ZONE).plusDays(1);
        return next.with(from.equals(until) ? LocalTime.MIDNIGHT : until).toInstant();
    }
}
