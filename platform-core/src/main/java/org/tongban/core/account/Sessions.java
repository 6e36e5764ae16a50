package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.AccountRepository.AccountRow;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.AccessTokens;
import org.tongban.core.token.Revocations;
import org.tongban.core.token.TokenSettings;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ids;

/** Opens, renews and ends sessions, each a family of refresh tokens (CO-22). Its methods join a transaction under way. */
@Singleton
class Sessions {
    private final SessionRepository repository;
    private final AccountRepository accounts;
    private final Realms realms;
    private final AccessTokens tokens;
    private final Revocations revocations;
    private final TokenSettings settings;
    private final SystemClock clock;

    Sessions(
            SessionRepository repository,
            AccountRepository accounts,
            Realms realms,
            AccessTokens tokens,
            Revocations revocations,
            TokenSettings settings,
            SystemClock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.realms = realms;
        this.tokens = tokens;
        this.revocations = revocations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a session; the account's row is locked, so that no change of its rights comes between. */
    Opened open(AccountRow account) {
        var now = clock.now();
        var id = Ids.next();
        repository.insert(id, account.id(), account.realm(), now, now.plus(settings.refreshLifetime()));
        return new Opened(id, issue(account, id, 0));
    }

    /** Gives a session its next pair of tokens; the row of the session is locked. */
    SessionTokens renew(AccountRow account, UUID session, int generation) {
        repository.extend(session, clock.now().plus(settings.refreshLifetime()));
        return issue(account, session, generation);
    }

    /** Ends a session and refuses its tokens. */
    void end(UUID session) {
        if (repository.end(session, clock.now()) > 0) {
            revocations.announce();
        }
    }

    /** Ends all sessions of an account and refuses their tokens. */
    void endAll(UUID account) {
        if (repository.endAll(account, clock.now()) > 0) {
            revocations.announce();
        }
    }

    /** Refuses the access tokens of an account's sessions, which may be renewed. */
    void outdateTokens(UUID account) {
        if (repository.outdateTokens(account, clock.now()) > 0) {
            revocations.announce();
        }
    }

    private SessionTokens issue(AccountRow account, UUID session, int generation) {
        var permissions = account.mustChangePassword()
                ? Set.of(Realms.PASSWORD_CHANGE)
                : realms.permissions(account.realm(), accounts.roles(account.id()));
        var caller = new Caller(
                account.id(),
                session,
                account.realm(),
                permissions,
                account.personId(),
                account.organisationId(),
                account.region());
        var access = tokens.issue(caller, generation);
        var refresh = RefreshTokens.next();
        repository.insertToken(RefreshTokens.hash(refresh), session, clock.now());
        return new SessionTokens(access.value(), "Bearer", access.expiresIn(), refresh, account.mustChangePassword());
    }

    /** A session just opened. */
    record Opened(UUID session, SessionTokens tokens) {}
}
