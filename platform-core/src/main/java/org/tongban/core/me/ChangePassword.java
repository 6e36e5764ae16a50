package org.tongban.core.me;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Credential;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.PasswordHash;
import org.tongban.core.account.Passwords;
import org.tongban.core.account.Passwords.Verdict;
import org.tongban.core.module.Title;
import org.tongban.core.signin.Attempts;
import org.tongban.core.signin.Attempts.Outcome;
import org.tongban.core.signin.Sessions;
import org.tongban.core.signin.Sessions.OpenedBy;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/**
 * Changes an account's own password (CO-23, CO-24b): all its sessions end, a new one opens. The present password is
 * guessed at no faster here than at sign-in (RL-8).
 */
@Singleton
class ChangePassword {
    private final Credentials credentials;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Revocations revocations;
    private final Transactions transactions;
    private final AuditTrail audit;

    ChangePassword(
            Credentials credentials,
            Accounts accounts,
            Attempts attempts,
            Passwords passwords,
            Sessions sessions,
            Revocations revocations,
            Transactions transactions,
            AuditTrail audit) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.revocations = revocations;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** The new session; empty where the present password is wrong, which is recorded. */
    Optional<Sessions.Opened> change(UUID id, String current, String next) {
        var account = credentials.find(id).orElseThrow();
        accounts.requireAcceptable(account.realm(), account.login(), next, "/newPassword");
        if (next.equals(current)) {
            throw DomainException.of(AccountError.PASSWORD_REFUSED, List.of(SAME));
        }
        var admitted = attempts.admitOwner(account);
        var stored = admitted.credential().map(Credential::password).orElse(null);
        var hash = attempts.evaluate(admitted.attempt(), () -> evaluate(current, stored, next))
                .orElse(null);
        return transactions.write(() -> {
            var locked =
                    hash == null || stored == null ? Optional.<Account>empty() : credentials.lockUnchanged(id, stored);
            attempts.settle(admitted.attempt(), locked.isPresent() ? Outcome.SUCCEEDED : Outcome.FAILED);
            if (locked.isEmpty() || hash == null) {
                audit.recordRefusal("platform/account", id, Map.of());
                return Optional.empty();
            }
            credentials.change(id, hash);
            revocations.endSessions(id);
            audit.record("platform/account", id, Map.of());
            return accounts.find(id).map(found -> sessions.open(found, OpenedBy.NEW_PASSWORD));
        });
    }

    /** The hash of the next password; empty where the present one is wrong. */
    private Optional<PasswordHash> evaluate(String current, @Nullable PasswordHash stored, String next) {
        return passwords.verify(current, stored) == Verdict.WRONG
                ? Optional.empty()
                : Optional.of(passwords.hash(next));
    }

    private static final Violation SAME = new Violation(
            "/newPassword", "unchanged", new Title("新密码不得与当前密码相同", "The new password is the present one"));
}
