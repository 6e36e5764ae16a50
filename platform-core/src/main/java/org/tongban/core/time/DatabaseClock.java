package org.tongban.core.time;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.web.Transactions;

/**
 * Real time, on which all nodes agree: the database's clock, measured again and again and carried on in between by what
 * nothing sets. The machine's wall clock may jump without a change here (RL-15). Never moved. Thread-safe.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DatabaseClock implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final long PERIOD_SECONDS = 10;
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);
    /** Of a longer way nobody knows within half of it when the database looked at its clock. */
    private static final Duration LONGEST_WAY = Duration.ofMillis(500);

    private final TimeSource time;
    private final DatabaseTime database;
    private final Transactions transactions;
    private final ScheduledExecutorService measuring = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-clock").factory());
    private volatile Anchor anchor;

    /** A moment of the database, and the machine's ticks at it. */
    private record Anchor(Instant moment, long ticks, boolean measured) {
        Instant at(long later) {
            return moment.plusNanos(later - ticks);
        }
    }

    /** An answer of the database, and how long it was under way. */
    private record Sample(Anchor anchor, Duration way) {}

    DatabaseClock(TimeSource time, DatabaseTime database, Transactions transactions) {
        this.time = time;
        this.database = database;
        this.transactions = transactions;
        // Until the database has been asked, and while it is away at the start.
        this.anchor = new Anchor(time.wall(), time.ticks(), false);
    }

    /** The present moment, to the microsecond as the database keeps it. */
    public Instant now() {
        return anchor.at(time.ticks()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        measure();
        // Its future says nothing: measure catches what goes wrong.
        var unused = measuring.scheduleWithFixedDelay(this::measure, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        measuring.shutdownNow();
    }

    /** Asks the database for its time; where it is away or slow, time runs on from the last answer. */
    void measure() {
        try {
            var sample = transactions.read(this::ask);
            if (anchor.measured() && sample.way().compareTo(LONGEST_WAY) > 0) {
                LOG.info("The database's clock was {} under way; time runs on from the last answer", sample.way());
                return;
            }
            var found = sample.anchor();
            var moved = Duration.between(now(), found.at(time.ticks()));
            if (anchor.measured() && moved.abs().compareTo(WORTH_A_WORD) > 0) {
                LOG.warn("The database's clock was set: it stands {} from where it would have run", moved);
            }
            anchor = found;
        } catch (RuntimeException away) {
            LOG.warn(
                    "The database's clock could not be read; time runs on from the last answer: {}",
                    String.valueOf(away));
        }
    }

    /** Within the transaction, so that waiting for a connection does not count as the way. */
    private Sample ask() {
        var sent = time.ticks();
        var moment = database.read();
        var received = time.ticks();
        return new Sample(new Anchor(moment, sent + (received - sent) / 2, true), Duration.ofNanos(received - sent));
    }
}
