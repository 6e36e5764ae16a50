package org.tongban.identity.user;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountHolds;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Persons;
import org.tongban.core.event.Events;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.identity.HandlerLinked;
import org.tongban.identity.HandlerUnlinked;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;

/** Moves the accounts of handlers, with all that goes with each move; joins the transaction under way. */
@Singleton
public class HandlerAccountMoves {
    private static final String HOLD = "identity.decides";
    private static final Title HELD = new Title("法定代表人或管理员账号", "Decides in its organisation");

    private final HandlerAccounts handlers;
    private final HandlerAccountRepository repository;
    private final SealedHandlers sealed;
    private final Accounts accounts;
    private final Persons persons;
    private final OrganisationDirectory directory;
    private final AccountHolds holds;
    private final Events events;
    private final BusinessClock clock;

    HandlerAccountMoves(
            HandlerAccounts handlers,
            HandlerAccountRepository repository,
            SealedHandlers sealed,
            Accounts accounts,
            Persons persons,
            OrganisationDirectory directory,
            AccountHolds holds,
            Events events,
            BusinessClock clock) {
        this.handlers = handlers;
        this.repository = repository;
        this.sealed = sealed;
        this.accounts = accounts;
        this.persons = persons;
        this.directory = directory;
        this.holds = holds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who is to be a handler. {@link #toString} says nothing of it.
     *
     * @param phone in E.164, proved
     */
    public record Handler(
            String name,
            IdDocument document,
            String phone,
            @Nullable String landline) {
        @Override
        public String toString() {
            return "Handler[]";
        }
    }

    /**
     * Notes whose account it is; it waits before the gate until it is activated.
     *
     * @param account that of the platform, in realm {@code handler}
     * @throws DomainException {@link IdentityError#PHONE_TAKEN_IN_ORGANISATION} (ID-16)
     */
    public HandlerAccount add(UUID account, UUID organisation, Handler handler) {
        handlers.lockOrganisation(organisation);
        int added = repository.insert(
                account,
                organisation,
                handler.name(),
                handler.document().kind().code(),
                sealed.seal(account, handler.document()),
                sealed.number(handler.document()),
                sealed.phone(handler.phone()),
                sealed.sealLandline(account, handler.landline()),
                clock.now());
        if (added == 0) {
            throw DomainException.of(IdentityError.PHONE_TAKEN_IN_ORGANISATION);
        }
        return handlers.find(account).orElseThrow();
    }

    /** Opens the account to business: the person is that of the other accounts of the same document, or a new one. */
    public HandlerAccount activate(HandlerAccount account, UserMove move, IdentityActor by, Authority as) {
        var person = repository
                .personOf(sealed.number(account.document()))
                .orElseGet(() -> persons.register(account.name()));
        return activate(account, move, by, as, person);
    }

    /** The same for who was named by others and has proved nothing yet: that one is nobody whom another account knows. */
    public HandlerAccount activateUnproved(HandlerAccount account, UserMove move, IdentityActor by) {
        repository.noteUnproved(account.id());
        return activate(account, move, by, Authority.HANDLER, persons.register(account.name()));
    }

    private HandlerAccount activate(
            HandlerAccount account, UserMove move, IdentityActor by, Authority as, UUID person) {
        var active = account.activated(move, by, as, person, clock.now());
        store(active);
        directory.addHandler(active.organisation(), person);
        hold(active);
        accounts.letIn(active.id());
        accounts.actAs(active.id(), person, as.capacity());
        events.publish(
                active.organisation(),
                move.requireEvent(new HandlerLinked(active.organisation(), person, IdentityRealms.HANDLER)));
        return active;
    }

    /** Closes the account for good: its phone is free at once (ID-16). */
    public HandlerAccount close(HandlerAccount account, UserMove move, IdentityActor by) {
        var closed = account.closed(move, by, clock.now());
        store(closed);
        holds.remove(closed.id(), HOLD);
        accounts.close(closed.id());
        if (account.activeFrom() == null) {
            // It never came into use: whoever tries again may have the same username.
            accounts.freeLogin(closed.id());
        }
        var person = account.person();
        if (account.isActive() && person != null) {
            if (!repository.handlesBeside(person, account.organisation(), account.id())) {
                directory.removeHandler(account.organisation(), person);
            }
            events.publish(
                    account.organisation(),
                    move.requireEvent(new HandlerUnlinked(account.organisation(), person, IdentityRealms.HANDLER)));
        }
        return closed;
    }

    /** Gives an active account another authority; its tokens are those of the former one no longer (ID-20). */
    public HandlerAccount grant(HandlerAccount account, Authority authority) {
        var granted = account.of(authority);
        store(granted);
        hold(granted);
        var person = granted.person();
        if (person != null) {
            accounts.actAs(granted.id(), person, authority.capacity());
        }
        return granted;
    }

    /**
     * Gives an account another phone.
     *
     * @param phone in E.164, proved
     * @throws DomainException {@link IdentityError#PHONE_TAKEN_IN_ORGANISATION} (ID-16)
     */
    public void changePhone(HandlerAccount account, String phone) {
        handlers.lockOrganisation(account.organisation());
        if (repository.setPhone(account.id(), account.organisation(), sealed.phone(phone)) == 0) {
            throw DomainException.of(IdentityError.PHONE_TAKEN_IN_ORGANISATION);
        }
    }

    /** Who decides is not to close its account by itself: another one might be left with nobody who does (ID-20). */
    private void hold(HandlerAccount account) {
        if (account.authority().decides()) {
            holds.put(account.id(), HOLD, HELD);
        } else {
            holds.remove(account.id(), HOLD);
        }
    }

    /** Gives the accounts of a person to another that is the same one (ID-44), and answers the ids of those that work. */
    public List<UUID> follow(UUID person, UUID heir) {
        var working = repository.lockOfPerson(person).stream()
                .map(sealed::open)
                .filter(HandlerAccount::isActive)
                .toList();
        repository.follow(person, heir);
        working.forEach(account -> {
            directory.removeHandler(account.organisation(), person);
            directory.addHandler(account.organisation(), heir);
            accounts.actAs(account.id(), heir, account.authority().capacity());
        });
        return working.stream().map(HandlerAccount::id).toList();
    }

    private void store(HandlerAccount account) {
        repository.store(
                account.id(),
                account.person(),
                account.state().code(),
                account.authority().code(),
                account.activeFrom(),
                account.closedAt(),
                account.closedBy(),
                account.version());
    }
}
