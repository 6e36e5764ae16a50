package org.tongban.core.time;

import io.micronaut.context.env.Environment;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.time.DatabaseTime.Shift;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;

/**
 * Business time: the database's, moved in {@code dev} and {@code test} by as much as a row says that all nodes share. The
 * row stays until it is taken back, over restarts too; elsewhere nobody reads it. Thread-safe.
 */
@Singleton
public class MovableClock implements BusinessClock, ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(MovableClock.class);
    private static final String TOPIC = "business-time";

    private final DatabaseClock real;
    private final DatabaseTime database;
    private final Transactions transactions;
    private final ChangeFeed feed;
    private final boolean movable;
    private volatile Shift shift = new Shift(0, 0);

    MovableClock(
            DatabaseClock real,
            DatabaseTime database,
            Transactions transactions,
            ChangeFeed feed,
            Environment environment) {
        this.real = real;
        this.database = database;
        this.transactions = transactions;
        this.feed = feed;
        this.movable =
                environment.getActiveNames().stream().anyMatch(name -> name.equals("dev") || name.equals("test"));
    }

    @Override
    public Instant now() {
        return real.now().plus(offset());
    }

    /** How far business time stands from real time. */
    Duration offset() {
        return Duration.of(shift.micros(), ChronoUnit.MICROS);
    }

    /** Moves business time on all nodes so that it is {@code instant} now and runs on from there. */
    public void moveTo(Instant instant) {
        move(Duration.between(real.now(), instant));
    }

    /** Takes business time back to real time on all nodes. */
    public void reset() {
        move(Duration.ZERO);
    }

    private void move(Duration by) {
        if (!movable) {
            throw new IllegalStateException("business time moves in dev and test only");
        }
        var moved = transactions.write(() -> {
            database.shift(by.dividedBy(ChronoUnit.MICROS.getDuration()));
            feed.announce(TOPIC);
            var row = database.shift().orElseThrow();
            transactions.afterCommit(() -> take(row));
            return row;
        });
        LOG.info("Business time was moved by {}, move {}", by, moved.version());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        start();
    }

    /** Follows the row, and says so where time stands moved. */
    void start() {
        if (!movable) {
            return;
        }
        feed.on(TOPIC, this::read);
        try {
            read();
        } catch (RuntimeException away) {
            LOG.warn(
                    "How far business time was moved could not be read; the change feed tries again: {}",
                    String.valueOf(away));
        }
        if (!offset().isZero()) {
            LOG.warn(
                    "Business time stands {} from real time, at {}; DELETE /api/platform/v1/dev/clock takes it back",
                    offset(),
                    now());
        }
    }

    private void read() {
        transactions.read(database::shift).ifPresent(this::take);
    }

    /** An answer on its way may be older than a move just made. */
    private synchronized void take(Shift found) {
        if (found.version() > shift.version()) {
            shift = found;
        }
    }
}
