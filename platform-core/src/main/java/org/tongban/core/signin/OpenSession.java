package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Credential;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.PasswordHash;
import org.tongban.core.account.Passwords;
import org.tongban.core.account.Passwords.Verdict;
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
    private final KnownDevices devices;
    private final Sessions sessions;
    private final Transactions transactions;
    private final AuditTrail audit;

    OpenSession(
            Credentials credentials,
            Attempts attempts,
            Passwords passwords,
            KnownDevices devices,
            Sessions sessions,
            Transactions transactions,
            AuditTrail audit) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.passwords = passwords;
        this.devices = devices;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * The session's tokens; empty where the sign-in failed, which is recorded.
     *
     * @param device the token of an earlier sign-in from the same device
     */
    public Optional<SessionTokens> open(String realm, String login, String password, @Nullable String device) {
        var admitted = attempts.admit(realm, login, device);
        var stored = admitted.credential().map(Credential::password).orElse(null);
        var evaluated = attempts.evaluate(admitted.attempt(), () -> evaluate(password, stored));
        return transactions.write(() -> {
            var account = evaluated.verdict() == Verdict.WRONG
                    ? Optional.<Account>empty()
                    : unchanged(admitted.credential(), stored).filter(found -> sessions.mayOpen());
            attempts.settle(admitted.attempt(), account.isPresent() ? Outcome.SUCCEEDED : Outcome.FAILED);
            if (account.isEmpty()) {
                audit.recordRefusal("platform/sign-in-attempt", admitted.attempt(), Map.of("realm", realm));
                return Optional.empty();
            }
            return Optional.of(opened(account.get(), evaluated.renewed(), device));
        });
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
