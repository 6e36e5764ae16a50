package org.tongban.core.account;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.Set;
import org.tongban.core.web.Transactions;

/** Makes the first administrator where there is no staff yet, and prints its one-time password once (CO-29). */
@Singleton
@Requires(property = "platform.demo", notEquals = "true")
class FirstAdministrator implements ApplicationEventListener<StartupEvent> {
    static final String LOGIN = "admin";
    static final String ROLE = "platform-administrator";

    private final AccountRepository repository;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Transactions transactions;

    FirstAdministrator(
            AccountRepository repository, Accounts accounts, Passwords passwords, Transactions transactions) {
        this.repository = repository;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
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
            return true;
        });
        if (made) {
            // To the terminal and not to the log, which is kept and shipped.
            System.out.printf(
                    "First administrator: realm %s, login %s, one-time password %s (to be changed at the first"
                            + " sign-in)%n",
                    Realms.STAFF, LOGIN, password);
        }
    }
}
