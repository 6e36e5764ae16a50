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
import org.tongban.core.module.Title;
import org.tongban.core.signin.KnownDevices;
import org.tongban.core.signin.Sessions;
import org.tongban.core.signin.Sessions.OpenedBy;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/** Changes an account's own password (CO-23, CO-24b): its sessions end, its devices are strangers, a new session opens. */
@Singleton
public class ChangePassword {
    private static final Violation SAME = new Violation(
            "/newPassword", "unchanged", new Title("新密码不得与当前密码相同", "The new password is the present one"));
    private static final Violation NEEDED =
            new Violation("/currentPassword", "required", new Title("须填写当前密码", "The present password is needed"));

    private final Credentials credentials;
    private final Accounts accounts;
    private final PasswordAgain passwordAgain;
    private final Passwords passwords;
    private final KnownDevices devices;
    private final Sessions sessions;
    private final Revocations revocations;
    private final Transactions transactions;
    private final AuditTrail audit;

    ChangePassword(
            Credentials credentials,
            Accounts accounts,
            PasswordAgain passwordAgain,
            Passwords passwords,
            KnownDevices devices,
            Sessions sessions,
            Revocations revocations,
            Transactions transactions,
            AuditTrail audit) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.passwordAgain = passwordAgain;
        this.passwords = passwords;
        this.devices = devices;
        this.sessions = sessions;
        this.revocations = revocations;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * The new session; empty where the present password is wrong, which is recorded.
     *
     * @param current null for who has none yet, having signed in by code
     */
    public Optional<Sessions.Opened> change(UUID id, @Nullable String current, String next) {
        var account = credentials.find(id).orElseThrow();
        accounts.requireAcceptable(account, next, "/newPassword");
        if (account.password() == null) {
            return first(account, next);
        }
        if (current == null) {
            throw DomainException.of(AccountError.PASSWORD_WRONG, List.of(NEEDED));
        }
        if (next.equals(current)) {
            throw DomainException.of(AccountError.PASSWORD_REFUSED, List.of(SAME));
        }
        var typed = passwordAgain.type(account, current);
        var hash = typed.right() == null ? null : passwordAgain.hash(typed, next);
        return transactions.write(() -> {
            var locked = passwordAgain.settle(typed);
            return hash == null ? Optional.empty() : locked.map(found -> changed(found, hash));
        });
    }

    private Optional<Sessions.Opened> first(Credential account, String next) {
        var hash = passwords.hash(next);
        return transactions.write(() -> credentials
                .lockActive(account.account())
                // Another call may have set one meanwhile.
                .filter(found ->
                        credentials.find(found.id()).map(Credential::password).isEmpty())
                .map(found -> changed(found, hash)));
    }

    private Sessions.Opened changed(Account account, PasswordHash hash) {
        credentials.change(account.id(), hash);
        revocations.endSessions(account.id());
        devices.forget(account.id());
        audit.record("platform/account", account.id(), Map.of());
        return accounts.find(account.id())
                .map(found -> sessions.open(found, OpenedBy.NEW_PASSWORD))
                .orElseThrow();
    }
}
