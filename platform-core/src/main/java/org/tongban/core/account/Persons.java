package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/** The persons behind accounts; joins the transaction under way. Thread-safe. */
@Singleton
public class Persons {
    private final OrganisationRepository repository;
    private final Transactions transactions;
    private final BusinessClock clock;

    Persons(OrganisationRepository repository, Transactions transactions, BusinessClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Registers a person by name and answers its id. */
    public UUID register(String name) {
        return transactions.write(() -> {
            var id = Ids.next();
            repository.insertPerson(id, name, clock.now());
            return id;
        });
    }
}
