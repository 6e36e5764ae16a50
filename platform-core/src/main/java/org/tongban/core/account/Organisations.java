package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/** The organisations that programmes have registered; joins the transaction under way. Thread-safe. */
@Singleton
class Organisations implements OrganisationDirectory {
    private final OrganisationRepository repository;
    private final Transactions transactions;
    private final BusinessClock clock;

    Organisations(OrganisationRepository repository, Transactions transactions, BusinessClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Organisation> find(UUID id) {
        return transactions
                .read(() -> repository.findById(id))
                .map(OrganisationRepository.OrganisationRow::organisation);
    }

    @Override
    public Optional<Organisation> findByUscc(String uscc) {
        return transactions
                .read(() -> repository.findByUscc(uscc))
                .map(OrganisationRepository.OrganisationRow::organisation);
    }

    @Override
    public Organisation register(String uscc, String name, List<String> formerNames, String region) {
        return transactions.write(() -> {
            repository.insert(Ids.next(), uscc, name, formerNames.toArray(String[]::new), region, clock.now());
            return repository.findByUscc(uscc).orElseThrow().organisation();
        });
    }
}
