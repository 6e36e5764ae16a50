package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.signin.Sessions.OpenedBy;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/**
 * Signs an account in by a code to its phone (CO-22, CO-23): the way in for who has no password yet, and for whom strangers'
 * guesses at the password keep out.
 */
@Singleton
class OpenSessionByCode {
    private final ReachableAccounts accounts;
    private final KnownDevices devices;
    private final Sessions sessions;
    private final Transactions transactions;
    private final AuditTrail audit;

    OpenSessionByCode(
            ReachableAccounts accounts,
            KnownDevices devices,
            Sessions sessions,
            Transactions transactions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.devices = devices;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** The session's tokens; empty where the proof is not one of this login's phone, which is recorded and uses it up. */
    Optional<SessionTokens> open(String realm, String login, String proof, @Nullable String device) {
        return transactions.write(() -> {
            var account = accounts.prove(proof, CodePurposes.SIGN_IN, realm, login);
            if (account.isEmpty()) {
                audit.recordRefusal("platform/sign-in-attempt", Ids.next(), Map.of("realm", realm));
                return Optional.empty();
            }
            var found = account.get();
            var session = sessions.open(found, OpenedBy.CODE);
            audit.record("platform/session", session.session(), Map.of("account", found.id()));
            return Optional.of(session.tokens().withDevice(devices.mark(found.id(), device)));
        });
    }
}
