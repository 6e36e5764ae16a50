package org.tongban.core.console;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.tongban.core.signin.SessionTokens;
import org.tongban.core.time.SystemClock;

/**
 * Renews a browser's session once, however many of its requests ask at the same time: two windows, or a link that was
 * clicked twice, bring the same refresh token, and the second time it would end the session (CO-22). Each node knows its
 * own renewals of the last moments; whether the session has ended since is asked after it all the same. Thread-safe.
 */
@Singleton
class Renewals {
    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    private final ConcurrentMap<String, Renewal> recent = new ConcurrentHashMap<>();
    private final SystemClock clock;

    Renewals(SystemClock clock) {
        this.clock = clock;
    }

    private record Renewal(Instant begun, CompletableFuture<Optional<SessionTokens>> tokens) {}

    /** What came of the renewal by this token, which is under way, was just made, or is made now. */
    Optional<SessionTokens> once(String token, Supplier<Optional<SessionTokens>> renewal) {
        var now = clock.now();
        recent.values().removeIf(old -> old.begun().plus(REMEMBERED).isBefore(now));
        var mine = new Renewal(now, new CompletableFuture<>());
        var first = recent.putIfAbsent(token, mine);
        if (first != null) {
            return first.tokens().join();
        }
        try {
            var tokens = renewal.get();
            mine.tokens().complete(tokens);
            return tokens;
        } finally {
            // What failed is tried again by the next.
            if (!mine.tokens().isDone()) {
                recent.remove(token, mine);
                mine.tokens().complete(Optional.empty());
            }
        }
    }
}
