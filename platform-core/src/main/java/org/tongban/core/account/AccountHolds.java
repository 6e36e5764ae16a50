package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.tongban.core.module.Title;

/** What modules say keeps accounts from being closed (CO-24b); joins the transaction under way. Thread-safe. */
@Singleton
public class AccountHolds {
    private final HoldRepository repository;

    AccountHolds(HoldRepository repository) {
        this.repository = repository;
    }

    /**
     * Keeps an account open.
     *
     * @param hold what it is called by, {@code <module-id>.<name>}
     * @param title what people read of it where the closing is refused
     */
    public void put(UUID account, String hold, Title title) {
        repository.put(account, hold, title.zh(), title.en());
    }

    /** Keeps an account open no longer, as far as this goes. */
    public void remove(UUID account, String hold) {
        repository.remove(account, hold);
    }

    /** What keeps an account open. */
    public List<Title> of(UUID account) {
        return repository.of(account).stream()
                .map(row -> new Title(row.titleZh(), row.titleEn()))
                .toList();
    }
}
