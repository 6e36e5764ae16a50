package org.tongban.core.web.internal;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;

/**
 * Keeps the first answer to a caller's key (CO-12). In one phase the claim is a row of the transaction under way: a
 * concurrent repeat waits on its primary key, and a refused request takes its claim back with it. In two phases the claim
 * is a row of its own until the outcome, leased to the request and renewed while its node lives.
 */
@Singleton
class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";
    /** How long a claim outlives its node: {@link Leases} renews it several times in between. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final IdempotencyKeyRepository repository;
    private final DatabaseClock clock;

    IdempotencyKeys(IdempotencyKeyRepository repository, DatabaseClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** A key that a caller sent. */
    record Key(UUID caller, String text) {}

    /** What became of a claim. */
    sealed interface Claim {
        /** The key is this request's. */
        record Mine(Key key, UUID id) implements Claim {}

        /** An earlier request has answered. */
        record Answered(byte[] hash, Answers.Answer answer) implements Claim {}

        /** An earlier request is under way, and has the key until its lease ends. */
        record Pending(byte[] hash, Instant until) implements Claim {}
    }

    /** Whether the request has a key, and a caller whose it is. */
    static boolean sent(HttpRequest<?> request) {
        return request.getHeaders().contains(HEADER) && Exchange.authenticated(request) != null;
    }

    private static Key key(HttpRequest<?> request) {
        var text = Objects.requireNonNull(request.getHeaders().get(HEADER));
        if (!KEY.matcher(text).matches()) {
            throw DomainException.of(CoreError.BAD_IDEMPOTENCY_KEY);
        }
        return new Key(Exchange.known(request).id(), text);
    }

    /** Claims the request's key in the transaction under way. */
    Claim claim(HttpRequest<?> request, byte[] hash) {
        var key = key(request);
        while (true) {
            var mine = Ids.next();
            var now = clock.now();
            if (repository.claim(key.caller(), key.text(), hash, now, mine, now.plus(LEASE)) == 1) {
                return new Claim.Mine(key, mine);
            }
            var first = repository.find(key.caller(), key.text()).map(IdempotencyKeys::claim);
            // Gone meanwhile: the first request was refused.
            if (first.isPresent()) {
                return first.get();
            }
        }
    }

    /** Who has the request's key and is still under way; empty where a claim would find more. Writes and locks nothing. */
    Optional<Claim.Pending> underWay(HttpRequest<?> request) {
        var key = key(request);
        var now = clock.now();
        return repository
                .find(key.caller(), key.text())
                .map(IdempotencyKeys::claim)
                .filter(Claim.Pending.class::isInstance)
                .map(Claim.Pending.class::cast)
                .filter(pending -> pending.until().isAfter(now));
    }

    private static Claim claim(StoredAnswer first) {
        var status = first.status();
        if (status == null) {
            // A row from before there were leases has none.
            var until = first.leasedUntil();
            return new Claim.Pending(first.requestHash(), until == null ? Instant.EPOCH : until);
        }
        return new Claim.Answered(
                first.requestHash(), new Answers.Answer(status, first.location(), first.etag(), first.body()));
    }

    /** Refuses a key that stands for another request. */
    static void requireSame(byte[] first, byte[] repeat) {
        if (!MessageDigest.isEqual(first, repeat)) {
            throw DomainException.of(CoreError.IDEMPOTENCY_KEY_REUSED);
        }
    }

    /** Keeps the answer; a refusal is none, and gives the key back. */
    void store(Claim.Mine claim, byte[] hash, Answers.Answer answer) {
        if (answer.status() >= 400) {
            release(claim);
        } else if (repository.store(
                        claim.key().caller(),
                        claim.key().text(),
                        claim.id(),
                        hash,
                        answer.status(),
                        answer.location(),
                        answer.etag(),
                        answer.body())
                == 0) {
            throw DomainException.of(CoreError.FIRST_UNDER_WAY);
        }
    }

    void release(Claim.Mine claim) {
        repository.release(claim.key().caller(), claim.key().text(), claim.id());
    }
}
