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
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.agreement.Agreements;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.module.Title;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.core.web.internal.Exchange;

/**
 * Opens accounts for people who register themselves (CO-20). Pointers of what is refused are {@code /username},
 * {@code /email}, {@code /password}, {@code /agreements} and {@code /phoneProof}. Thread-safe.
 */
@Singleton
public class Registration {
    /** By which client agreements are accepted where it is not a portal's. */
    private static final String CLIENT = "platform";

    private static final Title OTHER_PHONE =
            new Title("验证的不是所填手机号", "The proof is of another phone than the one given");
    private static final Title NO_PHONE =
            new Title("须以短信验证码验证手机", "A code sent to a phone is needed, not one to a mailbox");

    private final Realms realms;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Proofs proofs;
    private final Agreements agreements;
    private final Transactions transactions;

    Registration(
            Realms realms,
            Accounts accounts,
            Passwords passwords,
            Proofs proofs,
            Agreements agreements,
            Transactions transactions) {
        this.realms = realms;
        this.accounts = accounts;
        this.passwords = passwords;
        this.proofs = proofs;
        this.agreements = agreements;
        this.transactions = transactions;
    }

    /**
     * A registration that has been checked, with its password hashed.
     *
     * @param advice what had better not stand in the password, where the realm does not refuse it (CO-21)
     */
    public record Prepared(
            NewRegistration registration, @Nullable String email, PasswordHash password, List<Violation> advice) {
        @Override
        public String toString() {
            return "Prepared[" + registration + "]";
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
        var realm = realms.find(registration.realm())
                .orElseThrow(() -> new IllegalArgumentException("no module declares the realm of " + registration));
        var violations = new ArrayList<Violation>();
        username(realm, registration.username(), violations);
        var email = registration.email() == null ? null : email(registration.email(), violations);
        var typed = registration.phone() == null
                ? null
                : MainlandMobile.parse(registration.phone())
                        .value()
                        .map(MainlandMobile::value)
                        .orElse(null);
        var ownData = PasswordRules.ownData(registration.password(), typed, email, "/password");
        if (realm.personalData() == AccountRealm.PersonalData.REFUSED) {
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
        agreements.accept(account.id(), registration.agreements(), "/agreements", client());
        return account;
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

    private static void username(AccountRealm realm, @Nullable String username, List<Violation> violations) {
        boolean named = realm.logins().contains(LoginIdentifier.USERNAME)
                || realm.logins().contains(LoginIdentifier.CODE);
        if (username == null) {
            if (named) {
                violations.add(new Violation("/username", "required", new Title("须填写用户名", "A username is needed")));
            }
        } else if (!named || !realm.usernameRule().allows(Logins.halfWidth(username))) {
            violations.add(new Violation(
                    "/username",
                    "username-rule",
                    named ? realm.usernameRule().hint() : new Title("不使用用户名", "Accounts here have no username")));
        } else if (looksLikeContact(username)) {
            violations.add(new Violation(
                    "/username",
                    "username-is-contact",
                    new Title("用户名不得为手机号或邮箱", "A username is no phone and no e-mail address")));
        }
    }

    /** It would sign in before the phone or the address that it looks like. */
    private static boolean looksLikeContact(String username) {
        return MainlandMobile.parse(username).value().isPresent()
                || Target.Email.parse(username).value().isPresent();
    }

    private static @Nullable String email(String typed, List<Violation> violations) {
        var parsed = Target.Email.parse(typed);
        if (parsed instanceof Parsed.Refused<Target.Email> refused) {
            violations.add(refused.at("/email"));
        }
        return parsed.value().map(Target.Email::address).orElse(null);
    }
}
