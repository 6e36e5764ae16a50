package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
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

    /**
     * Notes until when a person's document is valid (ID-2).
     *
     * @param lastDay null for a document without end
     */
    public void setIdValidTo(UUID person, @Nullable LocalDate lastDay) {
        transactions.write(() -> repository.setIdValidTo(person, lastDay));
    }

    /**
     * Refuses what a person whose document has expired may not do: submit, decide, pay, and act for an organisation (ID-2).
     *
     * @param person null for an account of which no person is known
     * @throws DomainException {@link AccountError#ID_EXPIRED}
     */
    public void requireValidId(@Nullable UUID person) {
        if (person != null && transactions.read(() -> repository.isIdExpired(person, clock.today()))) {
            throw DomainException.of(AccountError.ID_EXPIRED);
        }
    }
}
