package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.AccountRepository.AccountRow;
import org.tongban.core.code.Target;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.web.Transactions;

/** The secret side of accounts, for what signs them in (CO-20); joins the transaction under way. Thread-safe. */
@Singleton
public class Credentials {
    private final AccountRepository repository;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Realms realms;
    private final Transactions transactions;

    Credentials(
            AccountRepository repository,
            Accounts accounts,
            Contacts contacts,
            Realms realms,
            Transactions transactions) {
        this.repository = repository;
        this.accounts = accounts;
        this.contacts = contacts;
        this.realms = realms;
        this.transactions = transactions;
    }

    /** The credential of the account that signs in by this, in any spelling: a username, a phone, a confirmed e-mail. */
    public Optional<Credential> find(String realm, String login) {
        return transactions.read(() -> row(realm, login).map(Credentials::credential));
    }

    /** The credential of this account. */
    public Optional<Credential> find(UUID account) {
        return transactions.read(() -> repository.findById(account).map(Credentials::credential));
    }

    /** The account if it may still sign in by the password that was checked; it stays so until the transaction ends. */
    public Optional<Account> lockUnchanged(UUID account, PasswordHash checked) {
        return repository.lockUnchanged(account, checked.phc()).map(accounts::account);
    }

    /** The account if it may sign in; it stays so until the transaction ends. */
    public Optional<Account> lockActive(UUID account) {
        return repository.lockActive(account).map(accounts::account);
    }

    /** Puts the same password's hash of today's parameters in the place of the former one. */
    public void upgrade(UUID account, PasswordHash hash) {
        repository.upgradePassword(account, hash.phc());
    }

    /** Gives an account a password of its own choice. */
    public void change(UUID account, PasswordHash hash) {
        repository.changePassword(account, hash.phc());
    }

    private Optional<AccountRow> row(String realm, String login) {
        var named = repository.find(realm, Logins.canonical(login));
        var allowed = realms.find(realm).map(AccountRealm::logins).orElse(Set.of());
        if (named.isEmpty() && allowed.contains(LoginIdentifier.PHONE)) {
            var phone = MainlandMobile.parse(login).value();
            if (phone.isPresent()) {
                return repository.findByPhone(
                        realm, contacts.phoneIndex(phone.get().value()));
            }
        }
        if (named.isEmpty() && allowed.contains(LoginIdentifier.EMAIL)) {
            var address = Target.Email.parse(login).value();
            if (address.isPresent()) {
                return repository.findByEmail(
                        realm, contacts.emailIndex(address.get().address()));
            }
        }
        return named;
    }

    private static Credential credential(AccountRow row) {
        return new Credential(
                row.id(),
                row.realm(),
                row.login(),
                row.passwordHash() == null ? null : new PasswordHash(row.passwordHash()));
    }
}
