package org.tongban.core.calendar;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Notice.NamedDay;
import org.tongban.core.module.Title;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Replaces the notice of a year, if it can be one (CO-71). */
@Singleton
class PublishNotice {
    /** Free by every notice so far: a file without one of them was cut off, or is of another kind. */
    private static final List<MonthDay> ALWAYS_FREE =
            List.of(MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.MAY, 1), MonthDay.of(Month.OCTOBER, 1));

    private static final int FIRST = 2000;
    private static final int LAST = 2199;

    private final Notices notices;

    PublishNotice(Notices notices) {
        this.notices = notices;
    }

    /** A day as it was given. */
    record GivenDay(String date, String name, boolean free) {}

    /**
     * Replaces a year's notice by a whole one, which may reach back into the December before.
     *
     * @return all notices as they hold from then on
     * @throws DomainException {@link CalendarError#NOTICE_REFUSED} with every reason, pointers below {@code /days};
     *     everything is then as it was
     */
    Map<Integer, Notice> load(int year, List<GivenDay> given) {
        return notices.put(year, checked(year, given, date -> Notice.covers(year, date)));
    }

    /**
     * Replaces the days of a calendar year, from the first of January to the last of December; what its notice says about
     * the December before stays.
     *
     * @return as {@link #load}
     * @throws DomainException as {@link #load}
     */
    Map<Integer, Notice> change(int year, List<GivenDay> given) {
        var days = checked(year, given, date -> date.getYear() == year);
        var known = notices.lock();
        var next = known.get(year + 1);
        if (next != null) {
            // Else what the next notice says about this December would go before the change.
            notices.put(year + 1, next.daysOf(year + 1));
        }
        var before = known.get(year);
        if (before != null) {
            days.addAll(before.daysOf(year - 1));
        }
        return notices.put(year, days);
    }

    private static List<NamedDay> checked(int year, List<GivenDay> given, Predicate<LocalDate> covered) {
        requireYear(year);
        var violations = new ArrayList<Violation>();
        var days = new ArrayList<NamedDay>();
        var seen = new HashSet<LocalDate>();
        for (var i = 0; i < given.size(); i++) {
            var pointer = "/days/" + i;
            var date = date(given.get(i), pointer, violations);
            if (date != null) {
                check(given.get(i), date, pointer, covered, violations);
                if (!seen.add(date)) {
                    violations.add(
                            new Violation(pointer + "/date", "duplicate", new Title("日期重复", "The day stands twice")));
                }
                days.add(new NamedDay(date, given.get(i).name(), given.get(i).free()));
            }
        }
        requirePublicHolidays(year, days, violations);
        if (!violations.isEmpty()) {
            throw DomainException.of(CalendarError.NOTICE_REFUSED, violations);
        }
        return days;
    }

    private static void requireYear(int year) {
        if (year < FIRST || year > LAST) {
            var message = new Title(
                    "年度应在%d至%d之间".formatted(FIRST, LAST), "The year lies between %d and %d".formatted(FIRST, LAST));
            throw DomainException.of(
                    CalendarError.NOTICE_REFUSED, List.of(new Violation("/year", "out-of-range", message)));
        }
    }

    private static @Nullable LocalDate date(GivenDay given, String pointer, List<Violation> violations) {
        try {
            return LocalDate.parse(given.date());
        } catch (DateTimeException noSuchDay) {
            violations.add(new Violation(pointer + "/date", "date", new Title("没有这一天", "There is no such day")));
            return null;
        }
    }

    private static void check(
            GivenDay given, LocalDate date, String pointer, Predicate<LocalDate> covered, List<Violation> violations) {
        if (!covered.test(date)) {
            violations.add(new Violation(
                    pointer + "/date", "other-year", new Title("日期不属于该年度的放假安排", "The day belongs to another year")));
        }
        if (!given.free() && !WorkingDays.isWeekend(date)) {
            violations.add(new Violation(
                    pointer, "not-a-weekend", new Title("调休上班日应为周六或周日", "A make-up day is a Saturday or a Sunday")));
        }
    }

    private static void requirePublicHolidays(int year, List<NamedDay> days, List<Violation> violations) {
        for (var holiday : ALWAYS_FREE) {
            var date = holiday.atYear(year);
            if (days.stream().noneMatch(day -> day.free() && day.date().equals(date))) {
                violations.add(new Violation(
                        "/days",
                        "public-holiday-missing",
                        new Title("缺少法定节假日 " + date, "The public holiday of " + date + " is missing")));
            }
        }
    }
}
