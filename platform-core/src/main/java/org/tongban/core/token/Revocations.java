package org.tongban.core.token;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.crypto.RandomToken;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.TokenRepository.VoidedRow;
import org.tongban.core.web.Transactions;

/**
 * The revoked sessions, clients and tokens as this node knows them: read at the start and
 * at each change of the feed, within a second.
 */
@Singleton
public class Revocations implements ApplicationEventListener<StartupEvent> {
    /** For a clock that differs between nodes. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final TokenRepository repository;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private final SystemClock clock;
    private final Duration window;
    private volatile Revoked revoked = Revoked.NONE;

    Revocations(
            TokenRepository repository,
            Transactions transactions,
            ChangeFeed feed,
            SystemClock clock,
            TokenSettings settings) {
        this.repository = repository;
        this.transactions = transactions;
        this.feed = feed;
        this.clock = clock;
        this.window = settings.accessLifetime().plus(MARGIN);
        feed.on(ChangeFeed.REVOCATIONS, this::load);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        load();
    }

    /** Ends a session and refuses its tokens; joins the transaction under way, as the others do. */
    public void endSession(UUID session) {
        if (repository.end(session, clock.now()) > 0) {
            announce();
        }
    }

    /** Ends all sessions of an account and refuses their tokens. */
    public void endSessions(UUID account) {
        if (repository.endAll(account, clock.now()) > 0) {
            announce();
        }
    }

    /** Ends all sessions that a client opened and refuses their tokens. */
    public void endSessionsBy(UUID client) {
        var now = clock.now();
        if (repository.endAllBy(client, now, now.minus(window)) > 0) {
            announce();
        }
    }

    /** Refuses the access tokens of an account's sessions, which may be renewed. */
    public void outdateTokens(UUID account) {
        if (repository.outdateTokens(account, clock.now()) > 0) {
            announce();
        }
    }

    /** Tells all nodes, when the transaction under way commits. */
    public void announce() {
        feed.announce(ChangeFeed.REVOCATIONS);
    }

    /** Ends a single token before its time, when the transaction under way commits. */
    public void revoke(UUID token, Instant expires) {
        if (repository.revoke(token, clock.now(), expires) > 0) {
            announce();
        }
    }

    /** Ends the session of a refresh token, if the client opened it; says whether it did. */
    public boolean endSessionBy(String refreshToken, UUID client) {
        var session = repository.sessionOf(RandomToken.hash(refreshToken), client);
        session.ifPresent(this::endSession);
        return session.isPresent();
    }

    /** Forgets single tokens that have expired by now. */
    public void forgetExpired() {
        transactions.write(() -> repository.forgetRevoked(clock.now().minus(MARGIN)));
    }

    Revoked revoked() {
        return revoked;
    }

    private void load() {
        var rows = transactions.read(() -> repository.voidedSince(clock.now().minus(window)));
        revoked = new Revoked(rows.stream().collect(Collectors.toUnmodifiableMap(VoidedRow::id, VoidedRow::oldest)));
    }
}
