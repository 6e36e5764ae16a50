package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountRepository.AccountRow;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/** Makes, finds and changes accounts (CO-20); joins the transaction under way. Thread-safe. */
@Singleton
public class Accounts {
    private static final String PHONE = "core.account.phone";

    private final AccountRepository repository;
    private final Sessions sessions;
    private final Realms realms;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final BusinessClock clock;

    Accounts(
            AccountRepository repository,
            Sessions sessions,
            Realms realms,
            MasterKey masterKey,
            Transactions transactions,
            BusinessClock clock) {
        this.repository = repository;
        this.sessions = sessions;
        this.realms = realms;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Refuses a password that breaks the realm's rule with {@link AccountError#PASSWORD_REFUSED} (CO-21); to be called
     * before it is hashed.
     *
     * @param pointer where the password stands in the request, say {@code /password}
     */
    public void requireAcceptable(String realm, String login, String password, String pointer) {
        var violations = PasswordRules.check(realm(realm).passwordRule(), password, Logins.canonical(login), pointer);
        if (!violations.isEmpty()) {
            throw DomainException.of(AccountError.PASSWORD_REFUSED, violations);
        }
    }

    /** Makes an account; {@link AccountError#LOGIN_TAKEN} where the realm has the login already, in any spelling. */
    public Account create(NewAccount account) {
        var realm = realm(account.realm());
        requireKnown(account.roles());
        var id = Ids.next();
        var phone = account.phone();
        var password = account.password();
        return transactions.write(() -> {
            var made = repository.insert(
                    id,
                    realm.id(),
                    Logins.canonical(account.login()),
                    password == null ? null : password.phc(),
                    account.person(),
                    account.organisation(),
                    account.mustChangePassword(),
                    account.region(),
                    clock.now());
            if (made == 0) {
                throw DomainException.of(AccountError.LOGIN_TAKEN);
            }
            if (phone != null) {
                repository.setPhone(id, masterKey.seal(phone, PHONE + id).bytes(), masterKey.blindIndex(phone, PHONE));
            }
            account.roles().forEach(role -> repository.insertRole(id, role));
            return find(id).orElseThrow();
        });
    }

    /** The account of this login, in any spelling. */
    public Optional<Account> find(String realm, String login) {
        return transactions.read(
                () -> repository.find(realm, Logins.canonical(login)).map(this::account));
    }

    /** The account of this id. */
    public Optional<Account> find(UUID id) {
        return transactions.read(() -> repository.findById(id).map(this::account));
    }

    /** The active accounts of a realm that act for an organisation. */
    public List<UUID> ofOrganisation(UUID organisation, String realm) {
        return transactions.read(() -> repository.ofOrganisation(organisation, realm));
    }

    /** The phone of an account in clear, for messages to it. */
    public Optional<String> phone(UUID id) {
        return transactions
                .read(() -> repository.phone(id))
                .map(hex -> masterKey.openText(Encrypted.of(HexFormat.of().parseHex(hex)), PHONE + id));
    }

    /** Disables an account; its sessions end within a second. */
    public void disable(UUID id) {
        transactions.write(() -> {
            repository.disable(id);
            sessions.endAll(id);
            return id;
        });
    }

    /** Lets a disabled account sign in again. */
    public void enable(UUID id) {
        transactions.write(() -> repository.enable(id));
    }

    /**
     * Bounds what an account of staff reaches; tokens with the former region are refused within a second (CO-28).
     *
     * @param region a province code; null for the whole country
     */
    public void assignRegion(UUID id, @Nullable String region) {
        transactions.write(() -> {
            repository.setRegion(id, region);
            sessions.outdateTokens(id);
            return id;
        });
    }

    /** Gives an account a password made by others, to be changed at the next sign-in (CO-23); its sessions end. */
    public void giveInitialPassword(UUID id, PasswordHash password) {
        transactions.write(() -> {
            repository.setInitialPassword(id, password.phc());
            sessions.endAll(id);
            return id;
        });
    }

    /** Gives an account these roles and no others; tokens with the former rights are refused within a second. */
    public void assignRoles(UUID id, Set<String> roles) {
        requireKnown(roles);
        transactions.write(() -> {
            repository.touch(id);
            repository.deleteRoles(id);
            roles.forEach(role -> repository.insertRole(id, role));
            sessions.outdateTokens(id);
            return id;
        });
    }

    private Account account(AccountRow row) {
        return new Account(
                row.id(),
                row.realm(),
                row.login(),
                row.personId(),
                row.organisationId(),
                row.region(),
                row.active(),
                row.mustChangePassword(),
                Set.copyOf(repository.roles(row.id())));
    }

    private AccountRealm realm(String realm) {
        return realms.find(realm)
                .orElseThrow(() -> new IllegalArgumentException("no module declares the realm " + realm));
    }

    private void requireKnown(Set<String> roles) {
        for (var role : roles) {
            if (realms.role(role).isEmpty()) {
                throw new IllegalArgumentException("no module declares the role " + role);
            }
        }
    }
}
