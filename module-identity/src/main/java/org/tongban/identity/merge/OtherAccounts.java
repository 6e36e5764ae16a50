package org.tongban.identity.merge;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.signin.ReachableAccounts;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.person.People;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccounts;

/** Finds the account that is to be merged into another (ID-44); joins the transaction under way. */
@Singleton
class OtherAccounts {
    private final ReachableAccounts reachable;
    private final Accounts accounts;
    private final People people;
    private final HandlerAccounts handlers;

    OtherAccounts(ReachableAccounts reachable, Accounts accounts, People people, HandlerAccounts handlers) {
        this.reachable = reachable;
        this.accounts = accounts;
        this.people = people;
        this.handlers = handlers;
    }

    /**
     * An account with its person.
     *
     * @param person the platform's
     */
    record Other(UUID account, String realm, UUID person, String name, IdDocument document) {
        @Override
        public String toString() {
            return "Other[" + account + "]";
        }
    }

    /**
     * The account of a login, if its phone is this one and its person is known by this account alone.
     *
     * @param phone in E.164
     */
    Optional<Other> find(String realm, String login, String phone) {
        return reachable
                .named(realm, login)
                .flatMap(accounts::find)
                .filter(Account::active)
                .filter(account -> !account.awaited())
                .filter(account -> accounts.phone(account.id()).equals(Optional.of(phone)))
                .flatMap(account -> realm.equals(IdentityRealms.PERSON) ? person(account) : handler(account));
    }

    private Optional<Other> person(Account account) {
        return Optional.ofNullable(account.person())
                .flatMap(people::find)
                .map(person ->
                        new Other(account.id(), IdentityRealms.PERSON, person.id(), person.name(), person.document()));
    }

    /** One whose person has an account in realm person is that one's already: which stays is for that one to say. */
    private Optional<Other> handler(Account account) {
        return handlers.find(account.id())
                .filter(HandlerAccount::isActive)
                .flatMap(handler -> Optional.ofNullable(handler.person())
                        .filter(person -> people.find(person).isEmpty())
                        .map(person -> new Other(
                                account.id(), IdentityRealms.HANDLER, person, handler.name(), handler.document())));
    }
}
