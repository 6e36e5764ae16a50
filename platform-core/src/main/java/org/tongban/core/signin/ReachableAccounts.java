package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.Credential;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.Logins;
import org.tongban.core.account.Realms;
import org.tongban.core.code.Codes;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.module.Title;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/**
 * Reaches an account that a login names by a code to its phone, or its confirmed e-mail where it has none (CO-23, CO-24,
 * CO-25), and finds it again by the proof. Whether there is such an account is never told (RL-10).
 */
@Singleton
public class ReachableAccounts {
    private static final Violation UNKNOWN_REALM =
            new Violation("/realm", "unknown", new Title("不存在", "There is none of this name"));

    private final Credentials credentials;
    private final Contacts contacts;
    private final Realms realms;
    private final Codes codes;
    private final Proofs proofs;
    private final Transactions transactions;

    ReachableAccounts(
            Credentials credentials,
            Contacts contacts,
            Realms realms,
            Codes codes,
            Proofs proofs,
            Transactions transactions) {
        this.credentials = credentials;
        this.contacts = contacts;
        this.realms = realms;
        this.codes = codes;
        this.proofs = proofs;
        this.transactions = transactions;
    }

    /**
     * Sends a code, or does the same work for nobody; joins the transaction under way.
     *
     * @param solved whether the caller has solved a captcha
     */
    public Codes.Sent send(String purpose, String realm, String login, boolean solved) {
        return transactions.write(() -> send(
                purpose, realm, Logins.canonical(login), named(realm, login).orElse(null), solved));
    }

    /** The account that signs in by this, open or not. */
    public Optional<UUID> named(String realm, String login) {
        return credentials.find(realm, login).map(Credential::account);
    }

    /**
     * Sends a code to an account that a module has found by data of its own (ID-31), or does the same work for nobody; joins
     * the transaction under way.
     *
     * @param named what the account was looked for by, in one spelling: the limits count by it
     * @param account null where nothing was found
     */
    public Codes.Sent send(String purpose, String realm, String named, @Nullable UUID account, boolean solved) {
        return transactions.write(() -> {
            // Who has no account is looked for like who has one.
            var target = target(account == null ? UUID.randomUUID() : account).orElse(null);
            return codes.sendToLogin(purpose, realm, named, target, solved);
        });
    }

    /** Refuses a realm that no module declares: what follows would know no rule to go by. */
    public void requireRealm(String realm) {
        if (realms.find(realm).isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, List.of(UNKNOWN_REALM));
        }
    }

    /**
     * The account of the login, if the proof is one of its own phone or e-mail; its row is locked. The proof is used up in
     * the transaction under way; one that is none is refused.
     */
    public Optional<Account> prove(String proof, String purpose, String realm, String login) {
        var proved = proofs.consume(proof, purpose, realm, null);
        return credentials
                .find(realm, login)
                .flatMap(found -> credentials.lockActive(found.account()))
                .filter(account -> isOf(account.id(), proved));
    }

    /** Where a code to the account goes: its phone, or its confirmed e-mail where it has none. */
    Optional<Target> target(UUID account) {
        var phone = contacts.phone(account);
        var email = contacts.confirmedEmail(account);
        return phone.<Target>map(Target.Phone::new).or(() -> email.map(Target.Email::new));
    }

    /** Whether that is the account's own. */
    boolean isOf(UUID account, Target proved) {
        return switch (proved) {
            case Target.Phone(var phone) ->
                contacts.phone(account).filter(phone::equals).isPresent();
            case Target.Email(var address) ->
                contacts.confirmedEmail(account).filter(address::equals).isPresent();
        };
    }
}
