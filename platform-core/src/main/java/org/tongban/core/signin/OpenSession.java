package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Credential;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.PasswordHash;
import org.tongban.core.account.Passwords;
import org.tongban.core.account.Passwords.Verdict;
import org.tongban.core.code.Proofs;
import org.tongban.core.signin.Attempts.Outcome;
import org.tongban.core.signin.Sessions.OpenedBy;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;

/**
 * Signs an account in by its password (CO-22). An unknown name, a wrong password and a disabled account get the same
 * answer after the same work (RL-10); no connection is held while the hash is made.
 */
@Singleton
public class OpenSession {
    private final Credentials credentials;
    private final Attempts attempts;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final KnownDevices devices;
    private final Sessions sessions;
    private final Transactions transactions;
    private final AuditTrail audit;

    OpenSession(
            Credentials credentials,
            Attempts attempts,
            Passwords passwords,
            SecondFactor secondFactor,
            KnownDevices devices,
            Sessions sessions,
            Transactions transactions,
            AuditTrail audit) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.devices = devices;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * The session's tokens; empty where the sign-in failed, which is recorded. Where the realm wants a second factor, the
     * right password alone sends a code.
     *
     * @param device the token of an earlier sign-in from the same device
     * @param proof of a code that an earlier try with the same password sent
     * @throws org.tongban.core.web.DomainException {@code second-factor-required}, {@code proof-refused},
     *     {@code code-limit}: only behind the right password
     */
    public Optional<SessionTokens> open(
            String realm, String login, String password, @Nullable String device, @Nullable String proof) {
        var admitted = attempts.admit(realm, login, device);
        var stored = admitted.credential().map(Credential::password).orElse(null);
        var evaluated = attempts.evaluate(admitted.attempt(), () -> evaluate(password, stored));
        var judged = transactions.write(() -> {
            var account = evaluated.verdict() == Verdict.WRONG
                    ? Optional.<Account>empty()
                    : unchanged(admitted.credential(), stored).filter(found -> sessions.mayOpen());
            attempts.settle(admitted.attempt(), account.isPresent() ? Outcome.SUCCEEDED : Outcome.FAILED);
            if (account.isEmpty()) {
                audit.recordRefusal("platform/sign-in-attempt", admitted.attempt(), Map.of("realm", realm));
                return new Judged.Failed();
            }
            return judge(account.get(), admitted.attempt(), evaluated.renewed(), device, proof);
        });
        return switch (judged) {
            case Judged.Opened(var tokens) -> Optional.of(tokens);
            case Judged.Failed() -> Optional.empty();
            case Judged.WithoutCode(var account) -> throw secondFactor.ask(account);
            case Judged.WrongProof() -> throw Proofs.refused("/proof");
        };
    }

    /** What came of a sign-in; each commits. */
    private sealed interface Judged {
        record Opened(SessionTokens tokens) implements Judged {}

        record Failed() implements Judged {}

        record WithoutCode(Account account) implements Judged {}

        record WrongProof() implements Judged {}
    }

    private Judged judge(
            Account account,
            UUID attempt,
            @Nullable PasswordHash renewed,
            @Nullable String device,
            @Nullable String proof) {
        if (!secondFactor.isWanted(account, device)) {
            return new Judged.Opened(opened(account, renewed, device));
        }
        if (proof != null && secondFactor.isProved(account, proof)) {
            return new Judged.Opened(opened(account, renewed, device));
        }
        var reason = proof == null ? "second-factor-required" : "proof-refused";
        audit.recordRefusal("platform/sign-in-attempt", attempt, Map.of("realm", account.realm(), "reason", reason));
        return proof == null ? new Judged.WithoutCode(account) : new Judged.WrongProof();
    }

    private SessionTokens opened(Account account, @Nullable PasswordHash renewed, @Nullable String device) {
        if (renewed != null) {
            credentials.upgrade(account.id(), renewed);
        }
        var session = sessions.open(account, OpenedBy.PASSWORD);
        audit.record("platform/session", session.session(), Map.of("account", account.id()));
        return session.tokens().withDevice(devices.mark(account.id(), device));
    }

    private Evaluated evaluate(String password, @Nullable PasswordHash stored) {
        var verdict = passwords.verify(password, stored);
        return new Evaluated(verdict, verdict == Verdict.RIGHT_BUT_OUTDATED ? passwords.hash(password) : null);
    }

    private record Evaluated(Verdict verdict, @Nullable PasswordHash renewed) {}

    /** The account may have been disabled, or given another password, while the hash was made. */
    private Optional<Account> unchanged(Optional<Credential> read, @Nullable PasswordHash stored) {
        return stored == null
                ? Optional.empty()
                : read.flatMap(found -> credentials.lockUnchanged(found.account(), stored));
    }
}
