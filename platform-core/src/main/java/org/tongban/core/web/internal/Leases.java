package org.tongban.core.web.internal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Transactions;

/** Renews the claims of the requests that this node has under way, so that one that dies loses them within a minute. */
@Singleton
class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final long PERIOD_SECONDS = 15;

    private final IdempotencyKeyRepository repository;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("leases").factory());

    Leases(IdempotencyKeyRepository repository, Transactions transactions, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
        // Its future says nothing: renew catches what goes wrong.
        var unused = renewing.scheduleWithFixedDelay(this::renew, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    void hold(UUID claim) {
        held.add(claim);
    }

    void drop(UUID claim) {
        held.remove(claim);
    }

    @PreDestroy
    void stop() {
        renewing.shutdownNow();
    }

    private void renew() {
        var claims = held.stream().map(UUID::toString).toArray(String[]::new);
        if (claims.length == 0) {
            return;
        }
        try {
            transactions.write(() -> repository.renew(claims, clock.now().plus(IdempotencyKeys.LEASE)));
        } catch (RuntimeException away) {
            LOG.warn("Claims of keys could not be renewed; trying again: {}", String.valueOf(away));
        }
    }
}
