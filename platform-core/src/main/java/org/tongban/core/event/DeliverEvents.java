package org.tongban.core.event;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;

/**
 * Brings events to their subscribers, in the order of commit; the handler's work and the subscriber's progress are one
 * transaction (CO-50). An event that fails is held, with what comes after it of the same aggregate; others go on.
 */
@Singleton
class DeliverEvents implements TaskBody, ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);
    private static final int AT_ONCE = 100;
    private static final int RETRIES_AT_ONCE = 500;

    private final EventRepository repository;
    private final Subscriptions subscriptions;
    private final HoldEvents holdEvents;
    private final Transactions transactions;

    DeliverEvents(
            EventRepository repository, Subscriptions subscriptions, HoldEvents holdEvents, Transactions transactions) {
        this.repository = repository;
        this.subscriptions = subscriptions;
        this.holdEvents = holdEvents;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return "platform.deliver-events";
    }

    @Override
    public void run() {
        for (var subscription : subscriptions.all()) {
            retry(subscription);
            deliver(subscription);
        }
    }

    /** Gives each a place before the node takes requests: what is published from then on is for all of them. */
    @Override
    public void onApplicationEvent(StartupEvent started) {
        transactions.write(() -> {
            for (var subscription : subscriptions.all()) {
                repository.subscribe(subscription.subscriber(), subscription.fromNow());
            }
            return true;
        });
    }

    /** What was held before and is due, each on its own. */
    private void retry(Subscription subscription) {
        for (int i = 0; i < RETRIES_AT_ONCE; i++) {
            var due = transactions.read(() -> holdEvents.due(subscription));
            if (due.isEmpty()) {
                return;
            }
            var held = due.get();
            try {
                if (!transactions.write(() -> holdEvents.again(subscription, held))) {
                    return;
                }
            } catch (RuntimeException | Error thrown) {
                transactions.write(() -> holdEvents.failed(held, thrown));
            }
        }
    }

    private void deliver(Subscription subscription) {
        int alone = 0;
        boolean more = true;
        while (more) {
            int most = alone > 0 ? 1 : AT_ONCE;
            var under = new AtomicReference<@Nullable StoredEvent>();
            try {
                more = transactions.write(() -> batch(subscription, most, under)) == most;
                alone = Math.max(0, alone - 1);
            } catch (RuntimeException | Error thrown) {
                var event = under.get();
                if (event == null) {
                    throw thrown;
                }
                if (most == 1) {
                    more = transactions.write(() -> hold(subscription, event, thrown));
                } else {
                    // One of the batch failed and took the others with it: go one by one to the end of what was a
                    // batch.
                    LOG.info(
                            "{} could not take a batch of events; they are tried one by one",
                            subscription.subscriber());
                    alone = AT_ONCE;
                }
            }
        }
    }

    /** Takes what comes next, and tells which event was under way. */
    private int batch(Subscription subscription, int limit, AtomicReference<@Nullable StoredEvent> under) {
        var subscriber = subscription.subscriber();
        if (repository.hold(subscriber).isEmpty()) {
            return 0;
        }
        var events = repository.next(subscriber, subscription.type(), limit);
        for (var event : events) {
            under.set(event);
            if (event.blocked()) {
                holdEvents.queue(subscription, event);
            } else {
                subscription.take(event);
            }
        }
        if (!events.isEmpty()) {
            var last = events.getLast();
            repository.advance(subscriber, last.txid(), last.id());
        }
        return events.size();
    }

    /** Puts the event aside, if it is still the next one; false where another node has the subscriber. */
    private boolean hold(Subscription subscription, StoredEvent event, Throwable thrown) {
        var subscriber = subscription.subscriber();
        if (repository.hold(subscriber).isEmpty()) {
            return false;
        }
        Optional<StoredEvent> next =
                repository.next(subscriber, subscription.type(), 1).stream().findFirst();
        if (next.filter(first -> first.id().equals(event.id())).isPresent()) {
            holdEvents.hold(subscription, event, thrown);
            repository.advance(subscriber, event.txid(), event.id());
        }
        return true;
    }
}
