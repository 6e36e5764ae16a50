package org.tongban.identity.user;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountHolds;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Persons;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.event.Events;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.identity.HandlerLinked;
import org.tongban.identity.HandlerUnlinked;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;

/** The accounts of handlers, with all that goes with their moves; joins the transaction under way. */
@Singleton
public class HandlerAccounts {
    private static final String NUMBER = "identity.handler_account.number";
    private static final String PHONE = "identity.handler_account.phone";
    private static final String LANDLINE = "identity.handler_account.landline";
    private static final String HOLD = "identity.decides";
    private static final Title HELD = new Title("法定代表人或管理员账号", "Decides in its organisation");

    private final HandlerAccountRepository repository;
    private final Accounts accounts;
    private final Persons persons;
    private final OrganisationDirectory directory;
    private final AccountHolds holds;
    private final MasterKey masterKey;
    private final Events events;
    private final BusinessClock clock;

    HandlerAccounts(
            HandlerAccountRepository repository,
            Accounts accounts,
            Persons persons,
            OrganisationDirectory directory,
            AccountHolds holds,
            MasterKey masterKey,
            Events events,
            BusinessClock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.persons = persons;
        this.directory = directory;
        this.holds = holds;
        this.masterKey = masterKey;
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
        lockOrganisation(organisation);
        var landline = handler.landline();
        int added = repository.insert(
                account,
                organisation,
                handler.name(),
                handler.document().kind().code(),
                masterKey.seal(handler.document().value(), NUMBER + account).bytes(),
                numberIndex(handler.document()),
                masterKey.blindIndex(handler.phone(), PHONE),
                landline == null
                        ? new byte[0]
                        : masterKey.seal(landline, LANDLINE + account).bytes(),
                clock.now());
        if (added == 0) {
            throw DomainException.of(IdentityError.PHONE_TAKEN_IN_ORGANISATION);
        }
        return find(account).orElseThrow();
    }

    /** Opens the account to business: the person is that of the other accounts of the same document, or a new one. */
    public HandlerAccount activate(HandlerAccount account, UserMove move, IdentityActor by, Authority as) {
        var person =
                repository.personOf(numberIndex(account.document())).orElseGet(() -> persons.register(account.name()));
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
        lockOrganisation(account.organisation());
        if (repository.setPhone(account.id(), account.organisation(), masterKey.blindIndex(phone, PHONE)) == 0) {
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

    /** Lets changes of who decides in an organisation, and of its phones, come one after the other. */
    public void lockOrganisation(UUID organisation) {
        repository.lockOrganisation(organisation.getLeastSignificantBits());
    }

    /** The accounts of these ids. */
    public List<HandlerAccount> all(List<UUID> ids) {
        var wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        return repository.all(wanted).stream().map(this::opened).toList();
    }

    /**
     * An organisation's accounts older than one, newest first.
     *
     * @param state null for all
     */
    public List<HandlerAccount> below(UUID organisation, @Nullable UserState state, UUID edge, int most) {
        return repository.below(organisation, state == null ? "" : state.code(), edge, most).stream()
                .map(this::opened)
                .toList();
    }

    /** The same newer than one, oldest first. */
    public List<HandlerAccount> above(UUID organisation, @Nullable UserState state, UUID edge, int most) {
        return repository.above(organisation, state == null ? "" : state.code(), edge, most).stream()
                .map(this::opened)
                .toList();
    }

    /** The account of an id. */
    public Optional<HandlerAccount> find(UUID id) {
        return repository.ofId(id).map(this::opened);
    }

    /** The same, which stays as it is until the transaction ends. */
    public Optional<HandlerAccount> lock(UUID id) {
        return repository.lock(id).map(this::opened);
    }

    /** The caller's own account. */
    public HandlerAccount own(Caller caller) {
        return find(caller.account()).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Whether an account of the organisation, a waiting one included, has the phone (ID-16). */
    public boolean isPhoneTaken(UUID organisation, String phone) {
        return repository.isPhoneTaken(organisation, masterKey.blindIndex(phone, PHONE));
    }

    /** The active accounts that may decide on others of their organisation (ID-15). */
    public List<HandlerAccount> deciding(UUID organisation) {
        return repository.deciding(organisation).stream().map(this::opened).toList();
    }

    /** The accounts of these organisations with this phone, in E.164, those that work first (ID-31). */
    public List<UUID> ofPhone(List<UUID> organisations, String phone) {
        return repository.ofPhone(texts(organisations), masterKey.blindIndex(phone, PHONE));
    }

    /** The same with this document. */
    public List<UUID> ofNumber(List<UUID> organisations, IdDocument document) {
        return repository.ofNumber(texts(organisations), numberIndex(document));
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** Gives the accounts of a person to another that is the same one (ID-44), and answers the ids of those that work. */
    public List<UUID> follow(UUID person, UUID heir) {
        var working = repository.lockOfPerson(person).stream()
                .map(this::opened)
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

    /** What a document is found by. */
    public byte[] numberIndex(IdDocument document) {
        return masterKey.blindIndex(document.kind().code() + "/" + document.value(), NUMBER);
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

    private HandlerAccount opened(HandlerAccountRepository.HandlerAccountRow row) {
        var number = masterKey.openText(Encrypted.of(row.number()), NUMBER + row.id());
        return new HandlerAccount(
                row.id(),
                row.organisation(),
                row.person(),
                UserState.of(row.state()),
                Authority.of(row.authority()),
                row.name(),
                new IdDocument(IdDocument.Kind.of(row.idType()).orElseThrow(), number),
                row.landline().length == 0
                        ? null
                        : masterKey.openText(Encrypted.of(row.landline()), LANDLINE + row.id()),
                row.createdAt(),
                row.activeFrom(),
                row.closedAt(),
                row.closedBy(),
                row.version());
    }
}
