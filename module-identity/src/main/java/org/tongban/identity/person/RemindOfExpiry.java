package org.tongban.identity.person;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** Tells persons, once, that their document is about to expire (ID-2). */
@Singleton
class RemindOfExpiry implements TaskBody {
    private static final String EXPIRING = "identity.id-expiring";
    private static final int DAYS_BEFORE = 30;
    private static final int BATCH = 100;

    private final PersonRepository repository;
    private final Outbox outbox;
    private final Transactions transactions;
    private final BusinessClock clock;

    RemindOfExpiry(PersonRepository repository, Outbox outbox, Transactions transactions, BusinessClock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "identity.remind-of-expiry";
    }

    @Override
    public void run() {
        runFor(clock.today());
    }

    @Override
    public void runFor(LocalDate businessDate) {
        while (transactions.write(() -> remindSome(businessDate)) == BATCH) {
            // One transaction for each batch, which marks whom it told.
        }
    }

    private int remindSome(LocalDate today) {
        var expiring = repository.expiring(today, today.plusDays(DAYS_BEFORE), BATCH);
        for (var row : expiring) {
            outbox.send(
                    EXPIRING,
                    new Recipient.Account(row.account()),
                    Map.of("date", String.valueOf(row.idValidTo())),
                    "/api/identity/v1/persons/me");
            repository.noteReminded(row.id());
        }
        return expiring.size();
    }
}
