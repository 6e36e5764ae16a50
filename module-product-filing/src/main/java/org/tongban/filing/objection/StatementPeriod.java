package org.tongban.filing.objection;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.calendar.WorkingDays;
import org.tongban.core.overview.Matter;

/**
 * The time that a unit has for its statement: five working days, and as many more once staff extend it (PF-61). Its end is
 * counted anew each time: it moves with the notices of public holidays.
 */
@Singleton
class StatementPeriod {
    private final WorkingDays workingDays;
    private final int days;

    StatementPeriod(
            WorkingDays workingDays, @Value("${platform.product-filing.objections.statement-days:5}") int days) {
        this.workingDays = workingDays;
        this.days = days;
    }

    /** Its end, as far as anybody can say (CO-71). */
    Deadline end(Objection objection) {
        var running = counted(objection);
        return workingDays.plus(running.after(), running.workingDays());
    }

    /** The same for the overview, which counts what is left of it (CO-39). */
    Matter.Period counted(Objection objection) {
        return new Matter.Period(objection.requireAskedOn(), objection.extended() ? 2 * days : days);
    }

    /** Its last day, as far as anybody can say (CO-71). */
    LocalDate lastDay(Objection objection) {
        return switch (end(objection)) {
            case Deadline.Determined(var last, var ignored) -> last;
            case Deadline.NotDeterminable(var from, var count, var provisional) -> provisional;
        };
    }

    /** Whether holidays that nobody knows yet may move its end. */
    boolean isProvisional(Objection objection) {
        return end(objection) instanceof Deadline.NotDeterminable;
    }

    /** Whether its end is known and was before the day. */
    boolean isOverOn(Objection objection, LocalDate day) {
        return !isProvisional(objection) && lastDay(objection).isBefore(day);
    }
}
