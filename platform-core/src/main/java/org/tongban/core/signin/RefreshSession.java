package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.client.ClientAdmission;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.signin.SessionRepository.RefreshRow;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;

/** Renews a session by its refresh token, which is used up; one that comes back ends the whole session (CO-22). */
@Singleton
public class RefreshSession {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshSession.class);

    private final SessionRepository repository;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ClientAdmission clients;
    private final Visitors visitors;
    private final Revocations revocations;
    private final Transactions transactions;
    private final SystemClock clock;
    private final AuditTrail audit;

    RefreshSession(
            SessionRepository repository,
            Accounts accounts,
            Sessions sessions,
            ClientAdmission clients,
            Visitors visitors,
            Revocations revocations,
            Transactions transactions,
            SystemClock clock,
            AuditTrail audit) {
        this.repository = repository;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clients = clients;
        this.visitors = visitors;
        this.revocations = revocations;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** The next tokens; empty where the session has ended or the token is not known. */
    public Optional<Sessions.Opened> refresh(String refreshToken) {
        var hash = RandomToken.hash(refreshToken);
        return transactions.write(() -> repository.lock(hash).flatMap(row -> turn(row, hash)));
    }

    private Optional<Sessions.Opened> turn(RefreshRow row, byte[] hash) {
        if (!sessions.isRenewable(row)) {
            return Optional.empty();
        }
        if (row.rotatedAt() != null) {
            LOG.warn("A used refresh token came back; session {} is ended", row.id());
            revocations.endSession(row.id());
            audit.recordRefusal("platform/session", row.id(), Map.of("reason", "refresh-token-reused"));
            return Optional.empty();
        }
        var client = row.clientId();
        if (client != null && !clients.admits(client, visitors.present().address())) {
            audit.recordRefusal("platform/session", row.id(), Map.of("reason", "client-not-admitted"));
            return Optional.empty();
        }
        repository.markRotated(hash, clock.now());
        return accounts.find(row.accountId()).filter(Account::active).map(account -> {
            var renewed = sessions.renew(account, row);
            audit.record("platform/session", row.id(), Map.of("account", account.id()));
            return new Sessions.Opened(row.id(), renewed);
        });
    }
}
