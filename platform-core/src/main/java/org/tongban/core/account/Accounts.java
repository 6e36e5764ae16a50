package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.AccountRepository.AccountRow;
import org.tongban.core.event.Events;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.Columns;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/** Makes, finds and changes accounts (CO-20); joins the transaction under way. Thread-safe. */
@Singleton
public class Accounts {
    private final AccountRepository repository;
    private final Revocations revocations;
    private final Realms realms;
    private final Contacts contacts;
    private final Transactions transactions;
    private final Events events;
    private final BusinessClock clock;

    Accounts(
            AccountRepository repository,
            Revocations revocations,
            Realms realms,
            Contacts contacts,
            Transactions transactions,
            Events events,
            BusinessClock clock) {
        this.repository = repository;
        this.revocations = revocations;
        this.realms = realms;
        this.contacts = contacts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses a password that breaks the realm's rule with {@link AccountError#PASSWORD_REFUSED} (CO-21); to be called
     * before it is hashed.
     *
     * @param pointer where the password stands in the request, say {@code /password}
     */
    public void requireAcceptable(String realm, String login, String password, String pointer) {
        requireNone(PasswordRules.check(realm(realm).passwordRule(), password, Logins.canonical(login), pointer));
    }

    /** The same for an account that there is; the realm may refuse its own data in the password too. */
    public void requireAcceptable(Credential account, String password, String pointer) {
        var realm = realm(account.realm());
        var violations = new ArrayList<>(PasswordRules.check(realm.passwordRule(), password, account.login(), pointer));
        if (realm.personalData() == AccountRealm.PersonalData.REFUSED) {
            var id = account.account();
            violations.addAll(PasswordRules.ownData(
                    password,
                    contacts.phone(id).orElse(null),
                    contacts.email(id).orElse(null),
                    pointer));
        }
        requireNone(violations);
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw DomainException.of(AccountError.PASSWORD_REFUSED, violations);
        }
    }

    /**
     * Makes an account; {@link AccountError#LOGIN_TAKEN} where the realm has the login already, in any spelling, and
     * {@link AccountError#PHONE_TAKEN} where it wants phones unique and another account has this one.
     */
    public Account create(NewAccount account) {
        var realm = realm(account.realm());
        realms.requireKnown(account.roles());
        var id = Ids.next();
        return transactions.write(() -> {
            var phone = account.phone();
            boolean taken = phone != null
                    && contacts.isUnique(realm.id(), LoginIdentifier.PHONE)
                    && contacts.isPhoneTaken(realm.id(), contacts.phoneIndex(phone), id);
            if (insert(id, account) == 0 || taken) {
                throw DomainException.of(
                        taken && !repository.hasLoginBeside(realm.id(), Logins.canonical(account.login()), id)
                                ? AccountError.PHONE_TAKEN
                                : AccountError.LOGIN_TAKEN);
            }
            account.roles().forEach(role -> repository.insertRole(id, role));
            return find(id).orElseThrow();
        });
    }

    private int insert(UUID id, NewAccount account) {
        var phone = account.phone();
        var email = account.email();
        var password = account.password();
        return repository.insert(
                id,
                account.realm(),
                Logins.canonical(account.login()),
                password == null ? null : password.phc(),
                account.person(),
                account.organisation(),
                phone == null ? null : contacts.sealedPhone(id, phone),
                phone == null ? null : contacts.phoneIndex(phone),
                phone != null && contacts.isUnique(account.realm(), LoginIdentifier.PHONE),
                email == null ? null : contacts.sealedEmail(id, email),
                email == null ? null : contacts.emailIndex(email),
                account.mustChangePassword(),
                account.region(),
                realm(account.realm()).gate() != null,
                clock.now());
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
        return ofOrganisations(Set.of(organisation), realm).getOrDefault(organisation, List.of());
    }

    /** The same of many organisations; one without such accounts is left out. */
    public Map<UUID, List<UUID>> ofOrganisations(Set<UUID> organisations, String realm) {
        return transactions.read(() -> repository.ofOrganisations(Columns.of(organisations), realm)).stream()
                .collect(Collectors.groupingBy(
                        AccountRepository.Acting::organisation,
                        Collectors.mapping(AccountRepository.Acting::account, Collectors.toUnmodifiableList())));
    }

    /** The phone of an account in clear, for messages to it. */
    public Optional<String> phone(UUID id) {
        return contacts.phone(id);
    }

    /** Disables an account; its sessions end within a second. */
    public void disable(UUID id) {
        transactions.write(() -> {
            repository.disable(id);
            revocations.endSessions(id);
            return id;
        });
    }

    /** Closes an active account for good (CO-24b): its sessions end within a second, what identifies a person is forgotten. */
    public void close(UUID id) {
        transactions.write(() -> {
            var account = find(id).orElseThrow();
            if (contacts.close(account, realm(account.realm()))) {
                revocations.endSessions(id);
                events.publish(
                        id,
                        new AccountClosed(id, account.realm(), account.person(), account.organisation(), clock.now()));
            }
            return id;
        });
    }

    /** Frees the phone of a closed account, which its realm kept taken. */
    public void freePhone(UUID id) {
        transactions.write(() -> contacts.free(id));
    }

    /** Frees the login of a closed account, say of one that never came into use, for whoever asks for it. */
    public void freeLogin(UUID id) {
        transactions.write(() -> repository.freeLogin(id));
    }

    /** Lets an account through its realm's {@link AccountRealm#gate}: its tokens are renewed with all it may do (ID-6). */
    public void letIn(UUID id) {
        change(id, () -> repository.setGated(id, false));
    }

    /** Puts an account before its realm's {@link AccountRealm#gate} again; within a second its tokens are those of one. */
    public void shutOut(UUID id) {
        change(id, () -> repository.setGated(id, true));
    }

    /**
     * Lets an account act for its organisation by a person (ID-41): its next tokens say so, and have what the modules permit
     * such accounts; those that are out are refused within a second.
     *
     * @throws NullPointerException where the account has no organisation
     */
    public void actAs(UUID id, UUID person, Capacity capacity) {
        change(id, () -> {
            Objects.requireNonNull(find(id).orElseThrow().organisation(), "the account has no organisation");
            return repository.setActing(id, person, capacity.code());
        });
    }

    /** The account acts for its organisation by nobody any more; its tokens that are out are refused within a second. */
    public void actForNobody(UUID id) {
        change(id, () -> repository.setActing(id, null, null));
    }

    /**
     * Gives an account of a programme the organisation that it has proved to be (PF-7), and it new tokens. One that acts in
     * a capacity keeps its organisation.
     *
     * @param organisation null takes the present one away
     */
    public void assignOrganisation(UUID id, @Nullable UUID organisation) {
        change(id, () -> repository.setOrganisation(id, organisation));
    }

    /** Notes that whom the account was made for has done all steps of the first sign-in, and tells of it once (CO-23). */
    public void takeOver(Account account) {
        transactions.write(() -> {
            if (repository.takeOver(account.id()) > 0) {
                events.publish(account.id(), new AccountTakenOver(account.id(), account.realm(), account.person()));
            }
            return account;
        });
    }

    /** Changes what tokens say of an account; where it is another, those that are out are refused. */
    private void change(UUID id, IntSupplier change) {
        transactions.write(() -> {
            if (change.getAsInt() > 0) {
                revocations.outdateTokens(id);
            }
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
            revocations.outdateTokens(id);
            return id;
        });
    }

    /** Gives an account a password made by others, to be changed at the next sign-in (CO-23); its sessions end. */
    public void giveInitialPassword(UUID id, PasswordHash password) {
        transactions.write(() -> {
            repository.setInitialPassword(id, password.phc());
            revocations.endSessions(id);
            return id;
        });
    }

    /** Gives an account these roles and no others; tokens with the former rights are refused within a second. */
    public void assignRoles(UUID id, Set<String> roles) {
        realms.requireKnown(roles);
        transactions.write(() -> {
            repository.touch(id);
            repository.deleteRoles(id);
            roles.forEach(role -> repository.insertRole(id, role));
            revocations.outdateTokens(id);
            return id;
        });
    }

    Account account(AccountRow row) {
        return row.account(Set.copyOf(repository.roles(row.id())));
    }

    private AccountRealm realm(String realm) {
        return realms.find(realm)
                .orElseThrow(() -> new IllegalArgumentException("no module declares the realm " + realm));
    }
}
