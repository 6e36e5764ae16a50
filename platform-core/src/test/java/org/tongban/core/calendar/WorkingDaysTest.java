package org.tongban.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.calendar.Deadline.Determined;
import org.tongban.core.calendar.Deadline.NotDeterminable;
import org.tongban.core.calendar.Notice.NamedDay;
import org.tongban.core.calendar.WorkingDays.Kind;
import org.tongban.core.time.BusinessClock;

@Tag("CO-71")
class WorkingDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final WorkingDays days = new WorkingDays(ShippedNotices::read);

    /** Every day of the five years from another source than the one shipped, true where it is worked. */
    private static TreeMap<LocalDate, Boolean> everyDay() throws IOException {
        var found = new TreeMap<LocalDate, Boolean>();
        var file = "/calendar/every-day-2022-2026.txt";
        try (var stream = Objects.requireNonNull(WorkingDaysTest.class.getResourceAsStream(file))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        var month = YearMonth.parse(line.substring(0, 7));
                        var marks = line.substring(8);
                        assertThat(marks).hasSize(month.lengthOfMonth());
                        for (var day = 1; day <= marks.length(); day++) {
                            found.put(month.atDay(day), marks.charAt(day - 1) == 'W');
                        }
                    });
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-24, 10, 2026-10-15",
        "2026-02-10, 10, 2026-03-02",
        "2026-04-28, 10, 2026-05-14",
        "2026-09-25, 5, 2026-10-09",
        "2026-11-20, 10, 2026-12-04",
        "2026-12-17, 10, 2026-12-31",
        "2024-02-23, 5, 2024-03-01",
        "2022-12-29, 2, 2023-01-03"
    })
    @Tag("RL-15")
    void ends_a_period_at_midnight_after_its_last_working_day(LocalDate start, int n, LocalDate last) {
        var ends = last.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        assertThat(days.plus(start, n)).isEqualTo(new Determined(last, ends));
    }

    @Test
    @Tag("RL-15")
    void knows_every_day_of_five_years() throws IOException {
        var every = everyDay();
        assertThat(every.firstKey()).isEqualTo(FIRST);
        assertThat(every.lastKey()).isEqualTo(LAST);
        assertThat(every).hasSize(1826);
        every.forEach((date, worked) ->
                assertThat(days.kind(date)).as("%s", date).isEqualTo(worked ? Kind.WORKING : Kind.FREE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 30})
    @Tag("RL-15")
    void counts_right_from_every_day_of_five_years(int n) throws IOException {
        var every = everyDay();
        var worked = new ArrayList<LocalDate>();
        every.forEach((date, works) -> {
            if (works) {
                worked.add(date);
            }
        });
        for (var start : every.keySet()) {
            var after = worked.stream().filter(date -> date.isAfter(start)).toList();
            var answer = days.plus(start, n);
            if (after.size() >= n) {
                assertThat(answer).as("%s + %d", start, n).isEqualTo(Determined.on(after.get(n - 1)));
            } else {
                assertThat(answer).as("%s + %d", start, n).isInstanceOf(NotDeterminable.class);
            }
        }
    }

    @Test
    @Tag("RL-15")
    void says_what_it_cannot_know_and_shows_a_provisional_date() {
        var start = LocalDate.of(2026, 12, 18);
        // The first of January is free in every year; which other days are is not known.
        assertThat(days.plus(start, 10)).isEqualTo(new NotDeterminable(start, 10, LocalDate.of(2027, 1, 4)));
        assertThat(days.plus(LocalDate.of(2027, 3, 1), 1))
                .isEqualTo(new NotDeterminable(LocalDate.of(2027, 3, 1), 1, LocalDate.of(2027, 3, 2)));
        assertThat(days.kind(LocalDate.of(2027, 1, 1))).isEqualTo(Kind.UNKNOWN);
        assertThat(days.kind(LocalDate.of(2021, 12, 31))).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void a_year_that_is_loaded_later_settles_what_was_open() {
        Map<Integer, Notice> known = new HashMap<>(ShippedNotices.read());
        var later = new WorkingDays(() -> known);
        var start = LocalDate.of(2026, 12, 18);
        assertThat(later.plus(start, 10)).isInstanceOf(NotDeterminable.class);
        // A notice may turn a weekend of the December before into working days.
        known.put(
                2027,
                Notice.of(
                        2027,
                        List.of(
                                new NamedDay(LocalDate.of(2026, 12, 27), "元旦", false),
                                new NamedDay(LocalDate.of(2027, 1, 1), "元旦", true)),
                        false));
        assertThat(later.plus(start, 10)).isEqualTo(Determined.on(LocalDate.of(2026, 12, 31)));
        assertThat(later.plus(start, 11)).isEqualTo(Determined.on(LocalDate.of(2027, 1, 4)));
    }

    @Test
    @Tag("PF-51")
    void counts_the_days_that_are_left() {
        var last = LocalDate.of(2026, 10, 15);
        assertThat(days.between(LocalDate.of(2026, 9, 24), last)).hasValue(10);
        assertThat(days.between(LocalDate.of(2026, 10, 14), last)).hasValue(1);
        assertThat(days.between(last, last)).hasValue(0);
        assertThat(days.between(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 4)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void refuses_a_period_of_no_days(int n) {
        assertThatThrownBy(() -> days.plus(FIRST, n)).isInstanceOf(IllegalArgumentException.class);
    }
}
