package org.tongban.core.web.internal;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/**
 * Keeps the first answer to a caller's key (CO-12). The claim is a row of the transaction under way: a concurrent repeat
 * waits on its primary key, and a refused request takes its claim back with it.
 */
@Singleton
class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";
    static final Claim NONE = new Claim(new UUID(0, 0), "", null);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final IdempotencyKeyRepository repository;
    private final DatabaseClock clock;

    IdempotencyKeys(IdempotencyKeyRepository repository, DatabaseClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** A claimed key; {@code stored} is the first answer where there was one. */
    record Claim(UUID caller, String key, Answers.@Nullable Answer stored) {}

    Claim claim(HttpRequest<?> request, byte[] body) {
        var key = request.getHeaders().get(HEADER);
        var caller = Exchange.caller(request);
        if (key == null || caller == null) {
            return NONE;
        }
        if (!KEY.matcher(key).matches()) {
            throw DomainException.of(CoreError.BAD_IDEMPOTENCY_KEY);
        }
        var hash = hash(request, body);
        if (repository.claim(caller.account(), key, hash, clock.now()) == 1) {
            return new Claim(caller.account(), key, null);
        }
        var first = repository.find(caller.account(), key);
        if (!MessageDigest.isEqual(first.requestHash(), hash)) {
            throw DomainException.of(CoreError.IDEMPOTENCY_KEY_REUSED);
        }
        return new Claim(
                caller.account(),
                key,
                new Answers.Answer(first.status(), first.location(), first.etag(), first.body()));
    }

    void store(Claim claim, Answers.Answer answer) {
        if (!claim.key().isEmpty()) {
            repository.store(
                    claim.caller(), claim.key(), answer.status(), answer.location(), answer.etag(), answer.body());
        }
    }

    private static byte[] hash(HttpRequest<?> request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethodName() + ' ' + request.getUri() + '\n')
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
