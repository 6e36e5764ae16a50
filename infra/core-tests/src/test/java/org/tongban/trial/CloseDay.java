package org.tongban.trial;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** A daily task that leaves a trace of each date. */
@Singleton
class CloseDay implements TaskBody {
    private final NoteRepository notes;
    private final Transactions transactions;
    private final Faults faults;
    private final BusinessClock clock;

    CloseDay(NoteRepository notes, Transactions transactions, Faults faults, BusinessClock clock) {
        this.notes = notes;
        this.transactions = transactions;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "trial.close-day";
    }

    @Override
    public void run() {
        runFor(clock.today());
    }

    @Override
    public void runFor(LocalDate businessDate) {
        transactions.write(() -> {
            notes.close(businessDate);
            faults.pass("close-day/" + businessDate);
            return businessDate;
        });
    }
}
