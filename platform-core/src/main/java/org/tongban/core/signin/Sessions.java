package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.Account;
import org.tongban.core.account.Realms;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.AccessTokens;
import org.tongban.core.token.TokenSettings;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ids;

/** Opens and renews sessions, each a family of refresh tokens (CO-22). Its methods join a transaction under way. */
@Singleton
public class Sessions {
    private final SessionRepository repository;
    private final Realms realms;
    private final AccessTokens tokens;
    private final TokenSettings settings;
    private final SystemClock clock;

    Sessions(
            SessionRepository repository,
            Realms realms,
            AccessTokens tokens,
            TokenSettings settings,
            SystemClock clock) {
        this.repository = repository;
        this.realms = realms;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a session; the account's row is locked, so that no change of its rights comes between. */
    public Opened open(Account account) {
        var now = clock.now();
        var id = Ids.next();
        repository.insert(id, account.id(), account.realm(), now, now.plus(settings.refreshLifetime()));
        return new Opened(id, issue(account, id, 0));
    }

    /** Gives a session its next pair of tokens; the row of the session is locked. */
    SessionTokens renew(Account account, UUID session, int generation) {
        repository.extend(session, clock.now().plus(settings.refreshLifetime()));
        return issue(account, session, generation);
    }

    private SessionTokens issue(Account account, UUID session, int generation) {
        var permissions = account.mustChangePassword()
                ? Set.of(Realms.PASSWORD_CHANGE)
                : realms.permissions(account.realm(), account.roles());
        var caller = new Caller(
                account.id(),
                session,
                account.realm(),
                permissions,
                account.person(),
                account.organisation(),
                account.region());
        var access = tokens.issue(caller, generation);
        var refresh = RefreshTokens.next();
        repository.insertToken(RefreshTokens.hash(refresh), session, clock.now());
        return new SessionTokens(access.value(), "Bearer", access.expiresIn(), refresh, account.mustChangePassword());
    }

    /** A session just opened. */
    public record Opened(UUID session, SessionTokens tokens) {}
}
