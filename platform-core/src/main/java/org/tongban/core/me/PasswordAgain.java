package org.tongban.core.me;

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
import org.tongban.core.signin.Attempts;
import org.tongban.core.signin.Attempts.Outcome;
import org.tongban.core.web.AuditTrail;

/**
 * Has who is signed in type the password again before something that cannot be taken back; it is guessed at no faster here
 * than at sign-in (RL-8).
 */
@Singleton
class PasswordAgain {
    private final Credentials credentials;
    private final Attempts attempts;
    private final Passwords passwords;
    private final AuditTrail audit;

    PasswordAgain(Credentials credentials, Attempts attempts, Passwords passwords, AuditTrail audit) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /**
     * A password that was typed again.
     *
     * @param right the hash that it fits; null where it is wrong
     */
    record Typed(UUID attempt, UUID account, @Nullable PasswordHash right) {}

    /** Compares the password, with no transaction open. */
    Typed type(Credential account, String password) {
        var admitted = attempts.admitOwner(account);
        var stored = admitted.credential().map(Credential::password).orElse(null);
        var verdict = attempts.evaluate(admitted.attempt(), () -> passwords.verify(password, stored));
        return new Typed(admitted.attempt(), account.account(), verdict == Verdict.WRONG ? null : stored);
    }

    /** Settles the attempt in the transaction under way: the account, locked, or empty where it was wrong, which is recorded. */
    Optional<Account> settle(Typed typed) {
        var locked = typed.right() == null
                ? Optional.<Account>empty()
                : credentials.lockUnchanged(typed.account(), typed.right());
        attempts.settle(typed.attempt(), locked.isPresent() ? Outcome.SUCCEEDED : Outcome.FAILED);
        if (locked.isEmpty()) {
            audit.recordRefusal("platform/account", typed.account(), Map.of());
        }
        return locked;
    }

    /** Does the rest of the work, whose failure gives the attempt back. */
    PasswordHash hash(Typed typed, String next) {
        return attempts.evaluate(typed.attempt(), () -> passwords.hash(next));
    }
}
