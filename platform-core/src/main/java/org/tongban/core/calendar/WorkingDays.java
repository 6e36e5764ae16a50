package org.tongban.core.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Deadline.Determined;
import org.tongban.core.calendar.Deadline.NotDeterminable;
import org.tongban.core.calendar.Notice.NamedDay;

/**
 * Counts working days by the notices of public holidays (CO-71). A day of a year without a notice is never guessed: what
 * touches one is said to be unknown. Thread-safe.
 */
@Singleton
public class WorkingDays {
    /** More than any rule asks for, and little enough to count day by day. */
    private static final int MOST = 10_000;

    /** Free in every year by the regulation on public holidays; the others move with the moon or the sun. */
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.MAY, 2),
            MonthDay.of(Month.OCTOBER, 1),
            MonthDay.of(Month.OCTOBER, 2),
            MonthDay.of(Month.OCTOBER, 3));

    private final Supplier<Map<Integer, Notice>> notices;

    @Inject
    WorkingDays(Notices notices) {
        this(notices::byYear);
    }

    WorkingDays(Supplier<Map<Integer, Notice>> notices) {
        this.notices = notices;
    }

    /** What is known about a day. */
    public enum Kind {
        /** A day on which the country works, be it a Saturday. */
        WORKING,
        /** A public holiday, or a weekend. */
        FREE,
        /** A day of a year whose holidays are not known. */
        UNKNOWN
    }

    /** What is known about a day. */
    public Kind kind(LocalDate date) {
        return kind(notices.get(), date);
    }

    /**
     * The end of a period of {@code days} working days, the first of which is the next one after {@code start}; whether
     * {@code start} itself is one does not matter.
     *
     * @param days 1 to 10,000
     */
    public Deadline plus(LocalDate start, int days) {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException("a period has 1 to %d working days, not %d".formatted(MOST, days));
        }
        var known = notices.get();
        var certain = true;
        var date = start;
        for (var counted = 0; counted < days; ) {
            date = date.plusDays(1);
            var kind = kind(known, date);
            certain &= kind != Kind.UNKNOWN;
            if (kind == Kind.WORKING || (kind == Kind.UNKNOWN && isLikelyWorked(date))) {
                counted++;
            }
        }
        return certain ? Determined.on(date) : new NotDeterminable(start, days, date);
    }

    /** How many working days lie after {@code after} up to {@code last}, that one counted; empty where that is unknown. */
    public OptionalInt between(LocalDate after, LocalDate last) {
        var known = notices.get();
        var counted = 0;
        for (var date = after.plusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            switch (kind(known, date)) {
                case WORKING -> counted++;
                case FREE -> {}
                case UNKNOWN -> {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.of(counted);
    }

    /**
     * How many working days are left on a day of the period that {@link #plus} ends, the day itself counted: all of them
     * before it begins, none when it is over; empty where that is unknown.
     */
    public OptionalInt left(LocalDate start, int days, LocalDate today) {
        return switch (plus(start, days)) {
            case Determined(var last, var ignored) -> between(today.isAfter(start) ? today.minusDays(1) : start, last);
            case NotDeterminable ignored -> OptionalInt.empty();
        };
    }

    private static Kind kind(Map<Integer, Notice> known, LocalDate date) {
        if (!known.containsKey(date.getYear())) {
            return Kind.UNKNOWN;
        }
        var named = named(known, date);
        var free = named == null ? isWeekend(date) : named.free();
        return free ? Kind.FREE : Kind.WORKING;
    }

    /** The day as a notice names it; the next year's, which came later, goes before that of the day's own year. */
    static @Nullable NamedDay named(Map<Integer, Notice> known, LocalDate date) {
        var next = known.get(date.getYear() + 1);
        var day = next == null ? null : next.on(date);
        var own = known.get(date.getYear());
        return day != null || own == null ? day : own.on(date);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isLikelyWorked(LocalDate date) {
        return !isWeekend(date) && !FIXED.contains(MonthDay.from(date));
    }
}
