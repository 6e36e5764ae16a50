package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.account.AccountRepository.AccountRow;
import org.tongban.core.web.Transactions;

/** The secret side of accounts, for what signs them in (CO-20); joins the transaction under way. Thread-safe. */
@Singleton
public class Credentials {
    private final AccountRepository repository;
    private final Accounts accounts;
    private final Transactions transactions;

    Credentials(AccountRepository repository, Accounts accounts, Transactions transactions) {
        this.repository = repository;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** The credential of this login, in any spelling. */
    public Optional<Credential> find(String realm, String login) {
        return transactions.read(
                () -> repository.find(realm, Logins.canonical(login)).map(this::credential));
    }

    /** The credential of this account. */
    public Optional<Credential> find(UUID account) {
        return transactions.read(() -> repository.findById(account).map(this::credential));
    }

    /** The account if it may still sign in by the password that was checked; it stays so until the transaction ends. */
    public Optional<Account> lockUnchanged(UUID account, PasswordHash checked) {
        return repository.lockUnchanged(account, checked.phc()).map(accounts::account);
    }

    /** Puts the same password's hash of today's parameters in the place of the former one. */
    public void upgrade(UUID account, PasswordHash hash) {
        repository.upgradePassword(account, hash.phc());
    }

    /** Gives an account a password of its own choice. */
    public void change(UUID account, PasswordHash hash) {
        repository.changePassword(account, hash.phc());
    }

    private Credential credential(AccountRow row) {
        return new Credential(
                accounts.account(row), row.passwordHash() == null ? null : new PasswordHash(row.passwordHash()));
    }
}
