package org.tongban.core.event;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.event.EventViews.Replayed;
import org.tongban.core.event.EventViews.View;
import org.tongban.core.retry.Backoff;
import org.tongban.core.retry.Reason;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;

/**
 * Keeps what a subscriber could not take, and what is behind it of the same aggregate (CO-50). Each change is made by who
 * holds the subscriber's place, so that no event slips in between. Joins the transaction under way.
 */
@Singleton
public class HoldEvents {
    private static final Logger LOG = LoggerFactory.getLogger(HoldEvents.class);

    /** So many of a subscriber are told anew by one request. */
    private static final int AT_ONCE = 1_000;

    private final HeldEventRepository repository;
    private final EventRepository events;
    private final DatabaseClock clock;
    private final Backoff backoff;

    HoldEvents(HeldEventRepository repository, EventRepository events, DatabaseClock clock, EventSettings settings) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
        this.backoff = settings.backoff();
    }

    /** Holds an event that failed for the first time. */
    void hold(Subscription subscription, StoredEvent event, Throwable thrown) {
        var now = clock.now();
        LOG.warn("{} could not take the event {}; it is tried again", subscription.subscriber(), event.id(), thrown);
        var wait = backoff.after(1);
        add(
                subscription,
                event,
                wait.isPresent() ? HeldEvent.RETRYING : HeldEvent.PARKED,
                1,
                now.plus(wait.orElse(Duration.ZERO)),
                Reason.of(thrown));
    }

    /** Puts an event behind one of its aggregate that is held. */
    void queue(Subscription subscription, StoredEvent event) {
        add(subscription, event, HeldEvent.WAITING, 0, clock.now(), null);
    }

    private void add(
            Subscription subscription,
            StoredEvent event,
            String state,
            int failures,
            Instant due,
            @Nullable String error) {
        repository.add(
                Ids.next(),
                subscription.subscriber(),
                event.id(),
                event.txid(),
                event.aggregate(),
                state,
                failures,
                due,
                error,
                clock.now());
    }

    /** What a subscriber is to be told again now. */
    Optional<HeldEvent> due(Subscription subscription) {
        return repository.due(subscription.subscriber(), clock.now());
    }

    /** Tells the subscriber again, and lets the next of the aggregate go; false where another node has the subscriber. */
    boolean again(Subscription subscription, HeldEvent held) {
        if (events.hold(subscription.subscriber()).isEmpty() || repository.delete(held.id()) == 0) {
            return false;
        }
        subscription.take(events.find(held.event()).orElseThrow());
        repository.promote(held.subscriber(), held.aggregate(), clock.now());
        return true;
    }

    /** Has it wait longer, or parks it. */
    boolean failed(HeldEvent held, Throwable thrown) {
        var wait = backoff.after(held.failures() + 1);
        var state = wait.isPresent() ? HeldEvent.RETRYING : HeldEvent.PARKED;
        LOG.warn("{} could not take the event {} again; it is {}", held.subscriber(), held.event(), state, thrown);
        repository.failed(held.id(), state, clock.now().plus(wait.orElse(Duration.ZERO)), Reason.of(thrown));
        return true;
    }

    /** The events held in a state, newest first; none for a region's staff (CO-28). */
    public PageOf<View> page(Caller caller, String state, @Nullable String cursor, int limit, boolean count) {
        var place = Keyset.place(cursor, "held-events " + state);
        if (!caller.reaches(null)) {
            return new PageOf<View>(List.of(), null, null).counted(count, most -> 0);
        }
        return Keyset.page(
                        place,
                        limit,
                        (edge, most) -> repository.below(state, edge, most),
                        (edge, most) -> repository.above(state, edge, most),
                        HeldEvent::id,
                        View::of)
                .counted(count, most -> repository.count(state, most));
    }

    /**
     * Has a parked event told anew.
     *
     * @throws DomainException {@link EventError#EVENT_NOT_PARKED} for any other
     */
    public View replayed(UUID id) {
        if (!replay(id)) {
            throw DomainException.of(EventError.EVENT_NOT_PARKED);
        }
        return View.of(held(id));
    }

    /** Gives a parked event up for its subscriber; refuses as {@link #replayed} does. */
    public View skipped(UUID id, String reason) {
        var held = held(id);
        if (!skip(held)) {
            throw DomainException.of(EventError.EVENT_NOT_PARKED);
        }
        return View.of(held).skipped(reason);
    }

    private HeldEvent held(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Has a parked event told anew; false where it is not parked. */
    boolean replay(UUID id) {
        return repository.replay(id, clock.now()) > 0;
    }

    /** Has up to 1,000 events told anew that were parked for a subscriber, the oldest first; none by a region's staff. */
    public Replayed replayedAll(Caller caller, String subscriber) {
        return new Replayed(
                subscriber, caller.reaches(null) ? repository.replayAll(subscriber, clock.now(), AT_ONCE) : 0);
    }

    /** Gives a parked event up and lets the next of its aggregate go; false where it is not parked. */
    boolean skip(HeldEvent held) {
        // Whoever delivers to the subscriber may be about to put an event behind this one.
        events.awaitHold(held.subscriber());
        var parked = repository.find(held.id()).filter(now -> now.state().equals(HeldEvent.PARKED));
        if (parked.isEmpty() || repository.delete(held.id()) == 0) {
            return false;
        }
        repository.promote(held.subscriber(), held.aggregate(), clock.now());
        return true;
    }
}
