package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tongban.core.account.AccountError;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.task.TaskError;
import org.tongban.core.time.DatabaseClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/**
 * Bounds the guessing of passwords (CO-22, RL-8): an attempt takes a place before it is evaluated and is settled after,
 * so that no more guesses are evaluated in parallel than one after another. Names that do not exist are counted alike.
 */
@Singleton
public class Attempts {
    private static final int LIMIT = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** An attempt that is not settled by then was lost with its node, and counts as failed. */
    private static final Duration LONGEST_EVALUATION = Duration.ofSeconds(30);

    /** How many attempts may wait in a line behind the first; the others are refused at once. */
    static final int MOST_WAITING = 32;

    /** Lines to wait in: logins that share one wait for each other only where each has as many attempts as it may. */
    private static final int LINES = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final AttemptRepository repository;
    private final Transactions transactions;
    private final MasterKey masterKey;
    private final DatabaseClock clock;
    private final List<ReentrantLock> lines =
            Stream.generate(() -> new ReentrantLock(true)).limit(LINES).toList();

    Attempts(AttemptRepository repository, Transactions transactions, MasterKey masterKey, DatabaseClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** How an attempt ended. */
    public enum Outcome {
        SUCCEEDED,
        FAILED
    }

    /** An attempt that may be evaluated, with what was read in the same transaction. */
    public record Admitted<T>(UUID attempt, T read) {}

    private sealed interface Place<T> {
        /** The attempt may go on. */
        record Taken<T>(Admitted<T> admitted) implements Place<T> {}

        /** As many attempts as are left are being decided just now. */
        record Busy<T>() implements Place<T> {}

        /** No attempt is left for a while. */
        record None<T>(Duration time) implements Place<T> {}
    }

    /**
     * Takes a place for an attempt and reads what it needs in one short transaction, which is over on return.
     * {@link AccountError#SIGN_IN_REFUSED} after five failures in 15 minutes.
     */
    public <T> Admitted<T> admit(String realm, String login, Supplier<T> read) {
        var index = masterKey.blindIndex(realm + "/" + login, "core.sign_in_attempt.login_index");
        Supplier<Place<T>> attempt = () -> transactions.write(() -> place(realm, index, read));
        var line = lines.get(Math.floorMod(ByteBuffer.wrap(index).getInt(), LINES));
        // Where others wait already, the newcomer goes behind them.
        Place<T> place = line.isLocked() ? new Place.Busy<T>() : attempt.get();
        return switch (place instanceof Place.Busy<T> ? inLine(line, attempt) : place) {
            case Place.Taken<T>(var admitted) -> admitted;
            case Place.None<T>(var time) ->
                throw DomainException.of(AccountError.SIGN_IN_REFUSED).endingAfter(time);
            case Place.Busy<T>() -> throw DomainException.of(TaskError.OVERLOADED);
        };
    }

    /** Waits for a place: who is first in line asks the database, the others ask nothing. */
    private static <T> Place<T> inLine(ReentrantLock line, Supplier<Place<T>> attempt) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (line.getQueueLength() >= MOST_WAITING || !line.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Place.Busy<>();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Place.Busy<>();
        }
        try {
            var place = attempt.get();
            while (place instanceof Place.Busy<T> && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
                place = attempt.get();
            }
            return place;
        } finally {
            line.unlock();
        }
    }

    /** Evaluates an admitted attempt; one that could not be evaluated gives its place back and counts for nothing. */
    public <T> T evaluate(UUID attempt, Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException unevaluated) {
            transactions.write(() -> repository.withdraw(attempt));
            throw unevaluated;
        }
    }

    /** Records how an attempt ended; joins the transaction under way. */
    public void settle(UUID attempt, Outcome outcome) {
        repository.settle(
                attempt,
                switch (outcome) {
                    case SUCCEEDED -> "succeeded";
                    case FAILED -> "failed";
                });
    }

    private <T> Place<T> place(String realm, byte[] index, Supplier<T> read) {
        repository.lock(ByteBuffer.wrap(index).getLong());
        var now = clock.now();
        var tally = repository.tally(realm, index, now.minus(WINDOW), now.minus(LONGEST_EVALUATION));
        if (tally.failed() >= LIMIT) {
            var oldest = tally.oldest() == null ? now : tally.oldest();
            return new Place.None<>(Duration.between(now, oldest.plus(WINDOW)));
        }
        if (tally.failed() + tally.pending() >= LIMIT) {
            return new Place.Busy<>();
        }
        var id = Ids.next();
        repository.insert(id, realm, index, now);
        return new Place.Taken<>(new Admitted<>(id, read.get()));
    }
}
