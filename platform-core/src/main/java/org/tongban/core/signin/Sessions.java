package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Realms;
import org.tongban.core.client.ClientAdmission;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.signin.SessionRepository.RefreshRow;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.AccessToken;
import org.tongban.core.token.AccessTokens;
import org.tongban.core.token.TokenSettings;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.internal.Exchange;

/** Opens and renews sessions, each a family of refresh tokens (CO-22). Its methods join a transaction under way. */
@Singleton
public class Sessions {
    private final SessionRepository repository;
    private final Realms realms;
    private final Accounts accounts;
    private final OrganisationDirectory organisations;
    private final FirstSteps firstSteps;
    private final Visitors visitors;
    private final ClientAdmission clients;
    private final AccessTokens tokens;
    private final TokenSettings settings;
    private final SystemClock clock;

    Sessions(
            SessionRepository repository,
            Realms realms,
            Accounts accounts,
            OrganisationDirectory organisations,
            FirstSteps firstSteps,
            Visitors visitors,
            ClientAdmission clients,
            AccessTokens tokens,
            TokenSettings settings,
            SystemClock clock) {
        this.repository = repository;
        this.realms = realms;
        this.accounts = accounts;
        this.organisations = organisations;
        this.firstSteps = firstSteps;
        this.visitors = visitors;
        this.clients = clients;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** By what a session was opened. */
    public enum OpenedBy {
        PASSWORD,
        CODE,
        /** The account changed its password and goes on. */
        NEW_PASSWORD,
        /** What a client vouches for by its signature, as a certificate (ID-15). */
        CREDENTIAL;

        String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Opens a session; the account's row is locked, so that no change of its rights comes between. It is the client's whose
     * token the request brings, where it brings one (CO-27).
     */
    public Opened open(Account account, OpenedBy by) {
        var now = clock.now();
        var id = Ids.next();
        var visitor = visitors.present();
        var client = Exchange.client(Exchange.request());
        if (!mayOpen()) {
            throw DomainException.of(AccountError.TOKEN_INVALID);
        }
        Exchange.opensFor(Exchange.request(), account.id(), account.realm());
        var pending = firstSteps.of(account);
        repository.insert(
                id,
                account.id(),
                account.realm(),
                client,
                now,
                expiry(now, now),
                visitor.address(),
                visitor.userAgent(),
                by.column(),
                !pending.isEmpty());
        return new Opened(id, issue(account, id, client, 0, pending));
    }

    /**
     * Opens a session that is not renewed: it ends with its one access token, and at once where the client that vouches for
     * it is disabled.
     */
    Brief openBriefly(Account account, UUID vouching) {
        var now = clock.now();
        var id = Ids.next();
        var visitor = visitors.present();
        if (!mayOpen() || !clients.holdsActive(vouching)) {
            throw DomainException.of(AccountError.TOKEN_INVALID);
        }
        Exchange.opensFor(Exchange.request(), account.id(), account.realm());
        repository.insert(
                id,
                account.id(),
                account.realm(),
                vouching,
                now,
                now.plus(settings.accessLifetime()),
                visitor.address(),
                visitor.userAgent(),
                OpenedBy.CREDENTIAL.column(),
                false);
        var caller = caller(account, id, realms.permissions(account), Exchange.client(Exchange.request()));
        return new Brief(id, tokens.issue(caller, 0));
    }

    /** Whether no client was disabled while it opened a session, which would outlive that; none is until the transaction ends. */
    boolean mayOpen() {
        var client = Exchange.client(Exchange.request());
        return client == null || clients.holdsActive(client);
    }

    /** Gives a session its next pair of tokens; the row of the session is locked. */
    SessionTokens renew(Account account, RefreshRow session) {
        Exchange.opensFor(Exchange.request(), account.id(), account.realm());
        var now = clock.now();
        // An agreement published meanwhile waits for the next sign-in (CO-33).
        var pending = session.gated() ? firstSteps.of(account) : List.<FirstStep>of();
        repository.extend(session.id(), expiry(session.createdAt(), now), now, !pending.isEmpty());
        return issue(account, session.id(), session.clientId(), session.generation(), pending);
    }

    /** Whether a session can be renewed: it waits for that so long, and ends for good so long after the sign-in (CO-22). */
    boolean isRenewable(RefreshRow session) {
        var now = clock.now();
        return session.revokedAt() == null
                && now.isBefore(session.expiresAt())
                && now.isBefore(expiry(session.createdAt(), now));
    }

    private Instant expiry(Instant opened, Instant renewed) {
        var unused = renewed.plus(settings.refreshLifetime());
        var end = opened.plus(settings.sessionLifetime());
        return unused.isBefore(end) ? unused : end;
    }

    private SessionTokens issue(
            Account account, UUID session, @Nullable UUID client, int generation, List<FirstStep> pending) {
        var permissions = pending.isEmpty() ? realms.permissions(account) : Set.of(Realms.PASSWORD_CHANGE);
        var caller = caller(account, session, permissions, client);
        if (pending.isEmpty() && account.awaited()) {
            accounts.takeOver(account);
        }
        var access = tokens.issue(caller, generation);
        var refresh = RandomToken.next();
        repository.insertToken(RandomToken.hash(refresh), session, clock.now());
        return new SessionTokens(
                access.value(), "Bearer", access.expiresIn(), refresh, account.mustChangePassword(), pending, null);
    }

    /** What the tokens of a session say of its account; before its realm's gate it acts for nobody (ID-41). */
    private Caller caller(Account account, UUID session, Set<String> permissions, @Nullable UUID client) {
        return new Caller(
                account.id(),
                session,
                account.realm(),
                permissions,
                account.person(),
                account.organisation(),
                uscc(account),
                account.gated() ? null : account.capacity(),
                account.region(),
                client);
    }

    private @Nullable String uscc(Account account) {
        var organisation = account.organisation();
        return organisation == null
                ? null
                : organisations.find(organisation).map(Organisation::uscc).orElse(null);
    }

    /** A session just opened that has one token. */
    record Brief(UUID session, AccessToken token) {}

    /** A session just opened. */
    public record Opened(UUID session, SessionTokens tokens) {}
}
