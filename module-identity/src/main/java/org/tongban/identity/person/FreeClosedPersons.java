package org.tongban.identity.person;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tongban.core.account.Accounts;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** Frees phones and ID numbers some time after their accounts were closed (ID-3). */
@Singleton
class FreeClosedPersons implements TaskBody {
    private static final int BATCH = 100;

    private final PersonRepository repository;
    private final Accounts accounts;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final Duration hold;

    FreeClosedPersons(
            PersonRepository repository,
            Accounts accounts,
            Transactions transactions,
            BusinessClock clock,
            @Value("${platform.identity.hold-after-closing:30d}") Duration hold) {
        this.repository = repository;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
        this.hold = hold;
    }

    @Override
    public String task() {
        return "identity.free-closed-persons";
    }

    @Override
    public void run() {
        while (transactions.write(this::freeSome) == BATCH) {
            // One transaction for each batch: registrations do not wait for all of them.
        }
    }

    private int freeSome() {
        var over = repository.closedBefore(clock.now().minus(hold), BATCH);
        for (var row : over) {
            repository.free(row.id());
            accounts.freePhone(row.account());
        }
        return over.size();
    }
}
