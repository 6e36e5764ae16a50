package org.tongban.core.account;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Transactions;

/**
 * Makes the first administrator where there is no staff yet (CO-29). Its one-time password goes to a file of the data
 * folder, for what is printed may end in a log; only where no folder is set is it printed, once.
 */
@Singleton
@Requires(property = "platform.demo", notEquals = "true")
class FirstAdministrator implements ApplicationEventListener<StartupEvent> {
    static final String LOGIN = "admin";
    static final String ROLE = "platform-administrator";
    static final String FILE = "first-administrator.env";

    private final AccountRepository repository;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Transactions transactions;
    private final @Nullable Path data;

    FirstAdministrator(
            AccountRepository repository,
            Accounts accounts,
            Passwords passwords,
            Transactions transactions,
            @Property(name = "platform.data") @Nullable String data) {
        this.repository = repository;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
        this.data = data == null ? null : Path.of(data);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (transactions.read(() -> repository.anyIn(Realms.STAFF))) {
            return;
        }
        var password = RandomPassword.next();
        var hash = passwords.hash(password);
        boolean made = transactions.write(() -> {
            repository.lockFirstAccount();
            if (repository.anyIn(Realms.STAFF)) {
                return false;
            }
            accounts.create(NewAccount.staff(LOGIN, hash, true, Set.of(ROLE)));
            // Within the transaction: an account whose password nobody can read must not be.
            keep(password);
            return true;
        });
        if (made) {
            System.out.printf(
                    "First administrator: realm %s, login %s, one-time password %s (to be changed at the first"
                            + " sign-in)%n",
                    Realms.STAFF, LOGIN, data == null ? password : "in " + data.resolve(FILE));
        }
    }

    private void keep(String password) {
        if (data == null) {
            return;
        }
        try {
            Files.createDirectories(data);
            Files.writeString(SecretFile.make(data.resolve(FILE)), "ONE_TIME_PASSWORD=" + password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
