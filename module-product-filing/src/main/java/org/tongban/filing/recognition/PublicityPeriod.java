package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.calendar.WorkingDays;
import org.tongban.core.overview.Matter;

/**
 * The ten working days of publicity, from 00:00 of the day after the decision to 24:00 of the tenth (PF-51). Its end is
 * counted anew each time: it moves with the notices of public holidays.
 */
@Singleton
public class PublicityPeriod {
    private static final int WORKING_DAYS = 10;

    private final WorkingDays workingDays;

    PublicityPeriod(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** Its end, as far as anybody can say (CO-71). */
    public Deadline end(LocalDate start) {
        return workingDays.plus(start, WORKING_DAYS);
    }

    /** Where a day stands to it. */
    public enum Phase {
        /** It was decided on, and begins at the end of the day. */
        ANNOUNCED,
        /** It is under way. */
        OPEN,
        /** Its last day is over. */
        OVER
    }

    /** Where a day stands to the period that was decided on. */
    public Phase phase(LocalDate start, LocalDate day) {
        if (!day.isAfter(start)) {
            return Phase.ANNOUNCED;
        }
        return isOverOn(start, day) ? Phase.OVER : Phase.OPEN;
    }

    /** Whether its end is known and was before the day. */
    boolean isOverOn(LocalDate start, LocalDate day) {
        return switch (end(start)) {
            case Deadline.Determined(var last, var ignored) -> last.isBefore(day);
            case Deadline.NotDeterminable ignored -> false;
        };
    }

    /** How many of its working days are left, today counted; null where nobody can say yet. */
    public @Nullable Integer daysLeft(LocalDate start, LocalDate today) {
        var left = workingDays.left(start, WORKING_DAYS, today);
        return left.isPresent() ? left.getAsInt() : null;
    }

    /** The same for the overview, which counts as this does (CO-39). */
    Matter.Period counted(LocalDate start) {
        return new Matter.Period(start, WORKING_DAYS);
    }
}
