package org.tongban.filing.round;

import jakarta.inject.Singleton;
import java.time.LocalDate;

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
