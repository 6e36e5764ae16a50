package org.tongban.core.token;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.web.Transactions;

/**
 * Tells every node what has changed for all of them: one table of versions by topic, read every 500 ms. Modules may use
 * topics of their own, named {@code module.noun}. Thread-safe.
 */
@Singleton
public class ChangeFeed implements ApplicationEventListener<StartupEvent> {
    /** Signing keys were made or retired. */
    public static final String KEYS = "keys";
    /** Tokens of some sessions are refused from now on. */
    public static final String REVOCATIONS = "revocations";

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final long PERIOD_MILLIS = 500;

    private final ChangeRepository repository;
    private final Transactions transactions;
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("change-feed").factory());

    ChangeFeed(ChangeRepository repository, Transactions transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** Runs {@code listener} after each change of the topic, on the feed's thread; and once if it changed before. */
    public void on(String topic, Runnable listener) {
        listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Announces a change; it is seen when the transaction under way commits. */
    public void announce(String topic) {
        repository.announce(topic);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        // Its future says nothing: poll catches what goes wrong.
        var unused = poller.scheduleWithFixedDelay(this::poll, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        poller.shutdownNow();
    }

    /** A failed round is tried again: a version counts as seen only when its listeners have run. */
    void poll() {
        try {
            transactions.read(repository::versions).forEach(change -> turn(change.topic(), change.version()));
        } catch (RuntimeException e) {
            LOG.warn("The change feed could not be read; trying again", e);
        }
    }

    private void turn(String topic, long version) {
        if (seen.getOrDefault(topic, 0L) >= version) {
            return;
        }
        try {
            listeners.getOrDefault(topic, List.of()).forEach(Runnable::run);
            seen.put(topic, version);
        } catch (RuntimeException e) {
            // One topic's trouble must not keep revoked tokens of another alive.
            LOG.warn("A listener of the topic {} failed; trying again", topic, e);
        }
    }
}
