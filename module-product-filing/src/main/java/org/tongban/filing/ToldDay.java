package org.tongban.filing;

import java.time.LocalDate;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.publicdata.PublicRecord;

/** Days as messages name them, in Chinese as all messages are. */
public final class ToldDay {
    private static final String PROVISIONAL = "（暂定）";
    private static final String END = "24时";

    private ToldDay() {}

    /** A day. */
    public static String of(LocalDate day) {
        return PublicRecord.date(day).zh();
    }

    /** The end of a last day: the texts say “before” of it, and the day still counts. */
    public static String endOf(LocalDate last) {
        return of(last) + END;
    }

    /** A last day, said to be provisional where it may still move (CO-71). */
    public static String of(Deadline end) {
        return switch (end) {
            case Deadline.Determined(var last, var ignored) -> of(last);
            case Deadline.NotDeterminable(var from, var days, var provisional) -> of(provisional) + PROVISIONAL;
        };
    }

    /** The end of such a day. */
    public static String endOf(Deadline end) {
        return switch (end) {
            case Deadline.Determined(var last, var ignored) -> endOf(last);
            case Deadline.NotDeterminable(var from, var days, var provisional) -> endOf(provisional) + PROVISIONAL;
        };
    }
}
