package org.tongban.core.signin;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lines in which attempts wait for a place on this node: who is first in one asks the database, the others ask nothing. */
final class WaitingLines {
    /** What shares a line waits for each other only where each has as many attempts under way as it may. */
    private static final int LINES = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final List<ReentrantLock> lines =
            Stream.generate(() -> new ReentrantLock(true)).limit(LINES).toList();

    /**
     * A line to wait in.
     *
     * @param most how many may wait behind the first
     */
    record Turn(int line, int most) {
        static Turn of(byte[] index, int most) {
            return new Turn(Math.floorMod(ByteBuffer.wrap(index).getInt(), LINES), most);
        }
    }

    /** Whether somebody waits there. */
    boolean isTaken(Turn turn) {
        return lines.get(turn.line()).isLocked();
    }

    /** Tries until what comes is no longer busy; answers {@code gaveUp} where too many wait or it takes too long. */
    <P> P wait(Turn turn, Supplier<P> attempt, Predicate<P> busy, P gaveUp) {
        var line = lines.get(turn.line());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (line.getQueueLength() >= turn.most() || !line.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return gaveUp;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return gaveUp;
        }
        try {
            var place = attempt.get();
            while (busy.test(place) && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
                place = attempt.get();
            }
            return place;
        } finally {
            line.unlock();
        }
    }
}
