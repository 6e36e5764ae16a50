package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.calendar.WorkingDays;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.round.Round;
import org.tongban.filing.round.Rounds;

/** Until when an update is taken: the window, ten working days from a return, and the day that staff gave (PF-40, PF-81). */
@Singleton
class UpdateTimes {
    private static final int GRACE_WORKING_DAYS = 10;

    private final Rounds rounds;
    private final WorkingDays workingDays;

    UpdateTimes(Rounds rounds, WorkingDays workingDays) {
        this.rounds = rounds;
        this.workingDays = workingDays;
    }

    /** Whether it may be handed in on the day. */
    boolean isTaken(ProductUpdate update, LocalDate day) {
        var until = update.openUntil();
        return rounds.of(update.year()).isOpenOn(day)
                || (until != null && !day.isAfter(until))
                || isInGrace(update.returnedOn(), day);
    }

    /** A period whose end nobody can say yet is still running (CO-71). */
    private boolean isInGrace(@Nullable LocalDate returnedOn, LocalDate day) {
        return returnedOn != null
                && switch (workingDays.plus(returnedOn, GRACE_WORKING_DAYS)) {
                    case Deadline.Determined(var last, var ignored) -> !day.isAfter(last);
                    case Deadline.NotDeterminable ignored -> true;
                };
    }

    /** The last day on which it is taken, as far as anybody can say. */
    LocalDate lastDay(ProductUpdate update) {
        return lastDay(update, rounds.of(update.year()));
    }

    /** The same of many, by their ids. */
    Map<UUID, LocalDate> lastDays(List<ProductUpdate> updates) {
        var known = new HashMap<Integer, Round>();
        return updates.stream()
                .collect(Collectors.toMap(
                        ProductUpdate::id,
                        update -> lastDay(update, known.computeIfAbsent(update.year(), rounds::of))));
    }

    private LocalDate lastDay(ProductUpdate update, Round round) {
        return Stream.of(
                        Stream.of(round.closesOn()),
                        Stream.ofNullable(update.openUntil()),
                        Stream.ofNullable(update.returnedOn()).map(this::endOfGrace))
                .flatMap(days -> days)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private LocalDate endOfGrace(LocalDate returnedOn) {
        return switch (workingDays.plus(returnedOn, GRACE_WORKING_DAYS)) {
            case Deadline.Determined(var last, var ignored) -> last;
            case Deadline.NotDeterminable(var start, var days, var provisional) -> provisional;
        };
    }

    /**
     * Demands that one may be changed or handed in on the day. Of one that was missed it is told first when updates are taken
     * again, and not that it may not move.
     *
     * @param state demands that its state allows it
     * @throws DomainException {@code update-window-closed} with the dates of the round that is open or comes next
     */
    void requireTaken(ProductUpdate update, LocalDate day, Runnable state) {
        boolean taken = isTaken(update, day);
        if (taken || update.state() != UpdateState.MISSED) {
            state.run();
        }
        if (!taken) {
            Round next = rounds.openOrNext(day);
            throw DomainException.of(FilingError.UPDATE_WINDOW_CLOSED)
                    .with("round", next.year())
                    .with("opensOn", next.opensOn().toString())
                    .with("closesOn", next.closesOn().toString());
        }
    }
}
