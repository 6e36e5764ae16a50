package org.tongban.core.account;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.Transactions;

/** Makes the accounts of sample data, each with its password of {@link DemoPasswords}. Only with {@code platform.demo=true}. */
@Singleton
@Requires(property = "platform.demo", value = "true")
public class SampleAccounts {
    /** The login of the first administrator, whom every installation has. */
    public static final String ADMINISTRATOR = FirstAdministrator.LOGIN;

    private final Accounts accounts;
    private final Credentials credentials;
    private final AccountRepository repository;
    private final Revocations revocations;
    private final Passwords passwords;
    private final DemoPasswords demoPasswords;
    private final Transactions transactions;
    private final Map<String, String> realms = new ConcurrentHashMap<>();

    SampleAccounts(
            Accounts accounts,
            Credentials credentials,
            AccountRepository repository,
            Revocations revocations,
            Passwords passwords,
            DemoPasswords demoPasswords,
            Transactions transactions) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.repository = repository;
        this.revocations = revocations;
        this.passwords = passwords;
        this.demoPasswords = demoPasswords;
        this.transactions = transactions;
    }

    /** Makes the account where there is none. Where its password was lost and another one made, gives it that. */
    public void put(String realm, String login, Function<PasswordHash, NewAccount> account) {
        realms.put(login, realm);
        var password = demoPasswords.of(login);
        demoPasswords.note(login, realm);
        var known = accounts.find(realm, login);
        if (known.isEmpty()) {
            var hash = passwords.hash(password);
            accounts.create(account.apply(hash));
        } else if (demoPasswords.isNew(login)) {
            var id = known.get().id();
            var hash = passwords.hash(password);
            transactions.write(() -> {
                credentials.change(id, hash);
                revocations.endSessions(id);
                return id;
            });
        }
        // Also those that an earlier version made.
        transactions.write(() -> repository.markSample(realm, Logins.canonical(login)));
    }

    /** Whether a login names a sample account, which is spared captchas and the steps of a first sign-in. */
    public boolean isSample(String realm, String login) {
        return transactions
                .read(() -> repository.isSample(realm, Logins.canonical(login)))
                .orElse(false);
    }

    /** The realm that a sample account signs in to; empty where no module made it since the start. */
    public Optional<String> realm(String login) {
        return Optional.ofNullable(realms.get(login));
    }

    /** Makes an account of staff with a role, in the same way. */
    public void putStaff(String login, String role) {
        put(Realms.STAFF, login, hash -> NewAccount.staff(login, hash, false, Set.of(role)));
    }
}
