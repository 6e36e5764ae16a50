package org.tongban.core.me;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.Passwords;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.signin.KnownDevices;
import org.tongban.core.signin.ReachableAccounts;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/** Gives an account a new password by the proof of its phone (CO-24): its sessions end and its devices are strangers again. */
@Singleton
public class ResetPassword {
    private final ReachableAccounts reachable;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final KnownDevices devices;
    private final Revocations revocations;
    private final AccountNotices notices;
    private final Transactions transactions;
    private final AuditTrail audit;

    ResetPassword(
            ReachableAccounts reachable,
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            KnownDevices devices,
            Revocations revocations,
            AccountNotices notices,
            Transactions transactions,
            AuditTrail audit) {
        this.reachable = reachable;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.devices = devices;
        this.revocations = revocations;
        this.notices = notices;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Whether the proof was one of this login's phone, for the purpose; one of another's is used up, and that is recorded. To
     * be called with no transaction open: the password is hashed.
     *
     * @param purpose {@link CodePurposes#RESET_PASSWORD}, or what a module's own recovery sends its codes for (ID-31)
     */
    public boolean reset(String purpose, String realm, String login, String proof, String password) {
        accounts.requireAcceptable(realm, login, password, "/newPassword");
        var hash = passwords.hash(password);
        return transactions.write(() -> {
            var account = reachable.prove(proof, purpose, realm, login);
            if (account.isEmpty()) {
                audit.recordRefusal("platform/sign-in-attempt", Ids.next(), Map.of("realm", realm));
                return false;
            }
            var found = account.get();
            credentials.change(found.id(), hash);
            endEverything(found);
            notices.passwordReset(found);
            audit.record("platform/account", found.id(), Map.of());
            return true;
        });
    }

    private void endEverything(Account account) {
        revocations.endSessions(account.id());
        devices.forget(account.id());
    }
}
