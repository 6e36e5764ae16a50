package org.tongban.core.limit;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/**
 * Lets requests at the database by turns (CO-88): as many at a time as the pool has connections, in the order in which they
 * came, while only so many wait and none for longer than for a connection. What runs without a request, tasks and health,
 * goes to the pool directly and so stands behind few. Thread-safe.
 */
@Singleton
public class Admission {
    private final Semaphore places;
    private final int size;
    private final long patience;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger underway = new AtomicInteger();
    private final LongAdder refused = new LongAdder();

    Admission(
            @Value("${datasources.default.maximum-pool-size:16}") int places,
            @Value("${datasources.default.connection-timeout:5000}") long patience,
            @Value("${platform.admission.waiting:256}") int most) {
        this.places = new Semaphore(places, true);
        this.size = places;
        this.patience = patience;
        this.most = most;
    }

    /** A request is there whole, {@link #end} follows. Counted from here, for most of its work is before the database. */
    public void begin() {
        underway.incrementAndGet();
    }

    /** A request that began is answered, or its client gone. */
    public void end() {
        underway.decrementAndGet();
    }

    /**
     * Whether as many wait as may, or more are under way than may work and wait, so that a request need not begin; it
     * counts as refused then.
     */
    public boolean turnsAway(String path) {
        if (waiting.get() < most && underway.get() <= size + most || RequestLimits.isFree(path)) {
            return false;
        }
        refused.increment();
        return true;
    }

    /**
     * Takes a place, to be given back by {@link #leave}.
     *
     * @param begun whether the request has done something already that would be lost: it waits behind any number
     * @throws DomainException {@link CoreError#UNAVAILABLE} where too many wait, or it has waited too long
     */
    void enter(boolean begun) {
        try {
            // By name without patience, but behind whoever waits.
            if (!places.tryAcquire(0, TimeUnit.MILLISECONDS)) {
                awaitTurn(begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal();
        }
    }

    private void awaitTurn(boolean begun) throws InterruptedException {
        try {
            if (waiting.incrementAndGet() > most && !begun) {
                throw refusal();
            }
            if (!places.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw refusal();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private DomainException refusal() {
        refused.increment();
        return DomainException.of(CoreError.UNAVAILABLE);
    }

    void leave() {
        places.release();
    }

    /** How many requests wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    /** How many are there whole and not answered. */
    int underway() {
        return underway.get();
    }

    /** How many were refused since the start. */
    long refused() {
        return refused.sum();
    }
}
