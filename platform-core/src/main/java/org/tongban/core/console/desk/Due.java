package org.tongban.core.console.desk;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.tongban.core.console.ConsolePages;
import org.tongban.core.console.Dates;
import org.tongban.core.page.PageAddress;
import org.tongban.core.review.desk.CaseView;
import org.tongban.core.time.BusinessClock;

/** Says until when a case is to be decided: as a date, and in days from today (CO-47). */
@Singleton
class Due {
    private static final Set<String> UNDECIDED = Set.of("open", "claimed");

    private final ConsolePages pages;
    private final BusinessClock clock;

    Due(ConsolePages pages, BusinessClock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** A due date; {@code left} is empty where the case is decided, {@code kind} is late, soon or none. */
    public record Shown(String date, String left, String kind) {}

    Shown of(PageAddress address, CaseView view) {
        var date = Dates.of(view.dueOn(), address.language());
        if (!UNDECIDED.contains(view.state())) {
            return new Shown(date, "", "none");
        }
        if (view.dueProvisional()) {
            return new Shown(date, pages.text(address, "due.provisional"), "none");
        }
        long days = ChronoUnit.DAYS.between(clock.today(), view.dueOn());
        if (days < 0) {
            return new Shown(date, pages.text(address, "due.late", -days), "late");
        }
        return days == 0
                ? new Shown(date, pages.text(address, "due.today"), "soon")
                : new Shown(date, pages.text(address, "due.left", days), days <= 2 ? "soon" : "none");
    }
}
