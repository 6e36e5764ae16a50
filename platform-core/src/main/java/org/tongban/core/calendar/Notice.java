package org.tongban.core.calendar;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The State Council's notice of a year: days that are free, and days of weekends that are worked for them. It may reach
 * back into the December before, where New Year's holiday begins.
 *
 * @param shipped whether it came with the platform; else an administrator gave it
 */
record Notice(int year, SortedMap<LocalDate, NamedDay> days, boolean shipped) {
    /**
     * A day that a notice names.
     *
     * @param name the holiday
     * @param free whether nobody works on it; else it is worked to make up for the holiday
     */
    @Serdeable
    record NamedDay(LocalDate date, String name, boolean free) {}

    static Notice of(int year, List<NamedDay> days, boolean shipped) {
        return new Notice(
                year,
                days.stream()
                        .collect(Collectors.toMap(
                                NamedDay::date,
                                Function.identity(),
                                (first, second) -> {
                                    throw new IllegalArgumentException("stands twice: " + first.date());
                                },
                                TreeMap::new)),
                shipped);
    }

    @Nullable
    NamedDay on(LocalDate date) {
        return days.get(date);
    }

    /** Those of the named days that lie in a calendar year. */
    List<NamedDay> daysOf(int calendarYear) {
        return days.values().stream()
                .filter(day -> day.date().getYear() == calendarYear)
                .toList();
    }

    /** Whether the notice of this year may name the day. */
    static boolean covers(int year, LocalDate date) {
        return date.getYear() == year || (date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER);
    }
}
