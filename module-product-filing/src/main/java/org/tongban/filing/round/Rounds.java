package org.tongban.filing.round;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** The rounds, each of a calendar year; in the transaction under way. */
@Singleton
public class Rounds {
    private final RoundRepository rounds;
    private final BusinessClock clock;

    Rounds(RoundRepository rounds, BusinessClock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** That of a year, by the dates of the manual where nobody has given others. */
    public Round of(int year) {
        return rounds.of(year).orElseGet(() -> Round.ofManual(year));
    }

    /** Those that are known, this year's and the next among them, latest first. */
    List<Round> known(LocalDate day) {
        var byYear = new TreeMap<Integer, Round>(Comparator.reverseOrder());
        rounds.all().forEach(round -> byYear.put(round.year(), round));
        for (int year = day.getYear(); year <= day.getYear() + 1; year++) {
            byYear.computeIfAbsent(year, Round::ofManual);
        }
        return List.copyOf(byYear.values());
    }

    /** The same, which stays as it is until the transaction ends; its row is made where there is none. */
    public Round lock(int year) {
        rounds.add(Round.ofManual(year));
        return rounds.lock(year).orElseThrow();
    }

    /**
     * The same for staff, who begin no round but this year's and the next one's.
     *
     * @throws DomainException {@code invalid-input} at {@code /year}
     */
    public Round begin(int year) {
        wrong(year).ifPresent(violation -> {
            throw DomainException.of(CoreError.INVALID_INPUT, List.of(violation));
        });
        return lock(year);
    }

    /** Why staff may not begin the round of a year: a typing error, as a rule. One that has begun goes on in any year. */
    public Optional<Violation> wrong(int year) {
        int now = clock.today().getYear();
        return year == now || year == now + 1 || rounds.of(year).isPresent()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "/year",
                        "year-not-due",
                        new Title("只能安排今年或明年的年度认定。", "A round is begun for this year or the next one.")));
    }

    /** The one that is open on the day, or else opens next. */
    public Round openOrNext(LocalDate day) {
        var own = of(day.getYear());
        return day.isAfter(own.closesOn()) ? of(day.getYear() + 1) : own;
    }
}
