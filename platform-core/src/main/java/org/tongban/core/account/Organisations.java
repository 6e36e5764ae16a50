package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.account.OrganisationRepository.OrganisationRow;
import org.tongban.core.state.Move;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;
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
        return transactions.read(() -> repository.findById(id)).map(OrganisationRow::organisation);
    }

    @Override
    public Map<UUID, Organisation> findAll(Collection<UUID> ids) {
        return transactions.read(() -> repository.findAll(Columns.of(ids))).stream()
                .map(OrganisationRow::organisation)
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    @Override
    public Optional<Organisation> findByUscc(String uscc) {
        return transactions.read(() -> repository.findByUscc(uscc)).map(OrganisationRow::organisation);
    }

    @Override
    public List<Organisation> findByCode(String typed) {
        return transactions.read(() -> repository.findByCode(UnitCode.folded(typed))).stream()
                .map(OrganisationRow::organisation)
                .toList();
    }

    @Override
    public Organisation register(UnitCode code, String name, List<String> formerNames, String region) {
        return transactions.write(() -> {
            var id = Ids.next();
            insert(id, code, name, formerNames, region);
            var registered = switch (code) {
                case UnitCode.Uscc(var value) -> repository.findByUscc(value);
                case UnitCode.Project(var value) -> repository.findByProjectCode(value);
                case UnitCode.Foreign(var country, var number) -> repository.findForeign(country, number);
                case UnitCode.None() -> repository.findById(id);
            };
            return registered.orElseThrow().organisation();
        });
    }

    private void insert(UUID id, UnitCode code, String name, List<String> formerNames, String region) {
        repository.insert(
                id,
                code instanceof UnitCode.Uscc(var value) ? value : null,
                code instanceof UnitCode.Project(var value) ? value : null,
                code instanceof UnitCode.Foreign(var country, var ignored) ? country : null,
                code instanceof UnitCode.Foreign(var ignored, var number) ? number : null,
                name,
                formerNames.toArray(String[]::new),
                region,
                clock.now());
    }

    @Override
    public void noteNumber(UUID id, String typed) {
        change(() -> repository.noteNumber(id, UnitCode.folded(typed)));
    }

    @Override
    public Standing standing(UUID id) {
        return transactions
                .read(() -> repository.standing(id))
                .map(row -> new Standing(
                        level(row.level()),
                        row.representative(),
                        Stream.of(row.handlers()).map(UUID::fromString).toList()))
                .orElseThrow();
    }

    @Override
    public boolean prove(UUID id, Level level) {
        return transactions.write(() -> {
            boolean rises = level.compareTo(level(repository.lockLevel(id).orElseThrow())) > 0;
            if (rises) {
                repository.setLevel(id, Move.code(level.name()));
            }
            return rises;
        });
    }

    @Override
    public void setRepresentative(UUID id, String name) {
        change(() -> repository.setRepresentative(id, name));
    }

    @Override
    public void rename(UUID id, String name) {
        change(() -> repository.rename(id, name));
    }

    @Override
    public void addHandler(UUID id, UUID person) {
        change(() -> repository.addHandler(id, person));
    }

    @Override
    public void removeHandler(UUID id, UUID person) {
        change(() -> repository.removeHandler(id, person));
    }

    private void change(Runnable work) {
        transactions.write(() -> {
            work.run();
            return true;
        });
    }

    private static Level level(String code) {
        return Level.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
