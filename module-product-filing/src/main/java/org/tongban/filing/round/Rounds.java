package org.tongban.filing.round;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The rounds, each of a calendar year; in the transaction under way. */
@Singleton
public class Rounds {
    private final RoundRepository rounds;

    Rounds(RoundRepository rounds) {
        this.rounds = rounds;
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

    /** The one that is open on the day, or else opens next. */
    public Round openOrNext(LocalDate day) {
        var own = of(day.getYear());
        return day.isAfter(own.closesOn()) ? of(day.getYear() + 1) : own;
    }
}
