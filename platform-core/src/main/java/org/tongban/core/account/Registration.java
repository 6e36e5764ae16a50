package org.tongban.core.account;

import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.agreement.Agreements;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.core.web.internal.Exchange;

/**
 * Opens accounts for people who register themselves (CO-20). Pointers of what is refused are {@code /username},
 * {@code /email}, {@code /emailProof}, {@code /password}, {@code /agreements} and {@code /phoneProof}. Thread-safe.
 */
@Singleton
public class Registration {
    /** By which client agreements are accepted where it is not a portal's. */
    private static final String CLIENT = "platform";

    private static final Title OTHER_PHONE =
            new Title("验证的不是所填手机号", "The proof is of another phone than the one given");
    private static final Title NO_PHONE =
            new Title("须以短信验证码验证手机", "A code sent to a phone is needed, not one to a mailbox");

    private static final Title OTHER_EMAIL =
            new Title("验证的不是作为用户名的邮箱", "The proof is not of the e-mail that is the username");

    private final Realms realms;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Passwords passwords;
    private final Proofs proofs;
    private final Agreements agreements;
    private final Transactions transactions;
    private final BusinessClock clock;

    Registration(
            Realms realms,
            Accounts accounts,
            Contacts contacts,
            Passwords passwords,
            Proofs proofs,
            Agreements agreements,
            Transactions transactions,
            BusinessClock clock) {
        this.realms = realms;
        this.accounts = accounts;
        this.contacts = contacts;
        this.passwords = passwords;
        this.proofs = proofs;
        this.agreements = agreements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A registration that has been checked, with its password hashed.
     *
     * @param advice what had better not stand in the password, where the realm does not refuse it (CO-21)
     */
    public record Prepared(
            NewRegistration registration, @Nullable String email, PasswordHash password, List<Violation> advice) {
        /** The same of a person or an organisation that is found or made only now. */
        public Prepared of(@Nullable UUID person, @Nullable UUID organisation) {
            return new Prepared(registration.of(person, organisation), email, password, advice);
        }

        @Override
        public String toString() {
            return "Prepared[" + registration + "]";
        }
    }

    /**
     * What a module finds of the person's own data in the password, beside its phone and e-mail (CO-21).
     *
     * @param refused whether that, and what the platform finds, is refused; else it is advised against, or as the realm says
     */
    public record OwnData(List<Violation> found, boolean refused) {
        /** A module that finds nothing more. */
        public static final OwnData NONE = new OwnData(List.of(), false);

        public OwnData {
            found = List.copyOf(found);
        }
    }

    /** Checks the registration and opens the account; to be called with no transaction open. */
    public Account register(NewRegistration registration) {
        var prepared = prepare(registration, List.of());
        return transactions.write(() -> complete(prepared));
    }

    /**
     * Refuses what can be refused without telling who has an account, all at once, by
     * {@link AccountError#REGISTRATION_REFUSED}; and hashes the password. To be called with no transaction open.
     *
     * @param found what is wrong with the module's own form; a field named there is not judged again
     */
    public Prepared prepare(NewRegistration registration, List<Violation> found) {
        return prepare(registration, found, OwnData.NONE);
    }

    /** The same where the module has looked at the password too. */
    public Prepared prepare(NewRegistration registration, List<Violation> found, OwnData more) {
        var realm = realms.find(registration.realm())
                .orElseThrow(() -> new IllegalArgumentException("no module declares the realm of " + registration));
        var violations = new ArrayList<Violation>();
        UsernameRules.check(realm, registration).ifPresent(violations::add);
        var email = registration.email() == null ? null : email(registration.email(), violations);
        var typed = registration.phone() == null
                ? null
                : MainlandMobile.parse(registration.phone())
                        .value()
                        .map(MainlandMobile::value)
                        .orElse(null);
        var ownData = new ArrayList<>(PasswordRules.ownData(
                registration.password(),
                typed,
                email == null ? mailbox(registration).orElse(null) : email,
                "/password"));
        ownData.addAll(more.found());
        if (more.refused() || realm.personalData() == AccountRealm.PersonalData.REFUSED) {
            violations.addAll(ownData);
        }
        var login = registration.username() == null ? null : Logins.canonical(registration.username());
        violations.addAll(PasswordRules.check(realm.passwordRule(), registration.password(), login, "/password"));
        agreements.violations(realm.agreements(), registration.agreements(), "/agreements").stream()
                .map(violation -> where(registration, violation))
                .forEach(violations::add);
        var judged = found.stream().map(Violation::pointer).collect(Collectors.toSet());
        violations.removeIf(violation -> judged.contains(violation.pointer()));
        violations.addAll(found);
        if (!violations.isEmpty()) {
            throw refused(violations);
        }
        return new Prepared(registration, email, passwords.hash(registration.password()), ownData);
    }

    /**
     * Opens the account in the transaction under way, which uses the proof up. That the username or the phone is taken is
     * told here, behind the proof (RL-10): {@link AccountError#LOGIN_TAKEN}, {@link AccountError#PHONE_TAKEN}.
     */
    public Account complete(Prepared prepared) {
        var registration = prepared.registration();
        var proved = proofs.consume(
                registration.phoneProof(), registration.purpose(), registration.realm(), null, "/phoneProof");
        if (!(proved instanceof Target.Phone(var phone))) {
            throw refused(List.of(new Violation("/phoneProof", "no-phone", NO_PHONE)));
        }
        requireFitting(registration, phone);
        var address = provedUsername(registration);
        var username = registration.username();
        var account = accounts.create(new NewAccount(
                registration.realm(),
                username == null ? UUID.randomUUID().toString() : username,
                prepared.password(),
                false,
                registration.person(),
                registration.organisation(),
                phone,
                null,
                Set.of(),
                prepared.email()));
        address.ifPresent(email -> contacts.confirmEmail(account, email, clock.now()));
        agreements.accept(account.id(), registration.agreements(), "/agreements", client());
        return account;
    }

    /** The e-mail that is the username, which its proof is used up for; empty where the username is none. */
    private Optional<String> provedUsername(NewRegistration registration) {
        var address = mailbox(registration);
        if (address.isEmpty()) {
            return address;
        }
        var proof = Optional.ofNullable(registration.emailProof()).orElse("");
        var proved = proofs.consume(proof, registration.purpose(), registration.realm(), null, "/emailProof");
        if (!proved.equals(new Target.Email(address.get()))) {
            throw refused(List.of(new Violation("/emailProof", "other-email", OTHER_EMAIL)));
        }
        return address;
    }

    /** The e-mail that the username is. */
    private static Optional<String> mailbox(NewRegistration registration) {
        return Optional.ofNullable(registration.username())
                .flatMap(username -> Target.Email.parse(username).value())
                .map(Target.Email::address);
    }

    /** By which client the agreements are accepted: the portal's, where it calls by its own token (CO-33). */
    private static String client() {
        return ServerRequestContext.currentRequest()
                .map(Exchange::client)
                .map(UUID::toString)
                .orElse(CLIENT);
    }

    /** The phone is known only now that it is proved. */
    private void requireFitting(NewRegistration registration, String phone) {
        var typed = registration.phone();
        if (typed != null
                && !MainlandMobile.parse(typed)
                        .value()
                        .map(MainlandMobile::value)
                        .equals(Optional.of(phone))) {
            throw refused(List.of(new Violation("/phoneProof", "other-phone", OTHER_PHONE)));
        }
        var violations = PasswordRules.ownData(registration.password(), phone, null, "/password");
        boolean refuses = realms.find(registration.realm())
                .filter(realm -> realm.personalData() == AccountRealm.PersonalData.REFUSED)
                .isPresent();
        if (refuses && !violations.isEmpty()) {
            throw refused(violations);
        }
    }

    /** Forms of one agreement have it at {@code /agreement}, and no list. */
    private static Violation where(NewRegistration registration, Violation violation) {
        return registration.oneAgreement()
                ? new Violation("/agreement", violation.code(), violation.message())
                : violation;
    }

    private static DomainException refused(List<Violation> violations) {
        return DomainException.of(AccountError.REGISTRATION_REFUSED, violations);
    }

    /**
     * What is wrong, at {@code /username}, with a name that somebody is given by others: a phone or an e-mail is none, as
     * nobody has proved it.
     */
    public Optional<Violation> judgeUsername(String realm, String username) {
        return UsernameRules.given(realms.find(realm).orElseThrow(), username);
    }

    private static @Nullable String email(String typed, List<Violation> violations) {
        var parsed = Target.Email.parse(typed);
        if (parsed instanceof Parsed.Refused<Target.Email> refused) {
            violations.add(refused.at("/email"));
        }
        return parsed.value().map(Target.Email::address).orElse(null);
    }
}
