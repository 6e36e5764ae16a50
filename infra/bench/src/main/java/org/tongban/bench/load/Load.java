package org.tongban.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.tongban.bench.stack.BenchFailed;

/** Closed-loop load: so many clients, each sending when its last answer is there. */
public final class Load {
    private Load() {}

    /**
     * What a load came to.
     *
     * @param latencies in microseconds
     */
    public record Outcome(long count, double seconds, Histogram latencies) {
        public double perSecond() {
            return count / seconds;
        }

        public double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** Runs the clients for so long; an error of one of them ends the measurement. */
    public static Outcome run(Client.Factory factory, int clients, Duration time) {
        var start = new CountDownLatch(1);
        var failure = new AtomicReference<@Nullable Exception>();
        var runs = new ArrayList<Run>();
        for (int number = 0; number < clients; number++) {
            var run = new Run(factory, number, time, start, failure);
            runs.add(run);
            run.thread.start();
        }
        start.countDown();
        var all = new Histogram(3);
        long count = 0;
        double last = 0;
        try {
            for (var run : runs) {
                run.thread.join();
                all.add(run.latencies);
                count += run.count;
                last = Math.max(last, run.seconds);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", stopped);
        }
        var failed = failure.get();
        if (failed != null) {
            throw new BenchFailed("A client failed: " + failed, failed);
        }
        return new Outcome(count, last, all);
    }

    private static final class Run {
        private final Client.Factory factory;
        private final int number;
        private final Duration time;
        private final CountDownLatch start;
        private final AtomicReference<@Nullable Exception> failure;
        private final Histogram latencies = new Histogram(3);
        private final Thread thread = Thread.ofPlatform().unstarted(this::run);
        private long count;
        private double seconds;

        Run(
                Client.Factory factory,
                int number,
                Duration time,
                CountDownLatch start,
                AtomicReference<@Nullable Exception> failure) {
            this.factory = factory;
            this.number = number;
            this.time = time;
            this.start = start;
            this.failure = failure;
        }

        private void run() {
            try (var client = factory.client(number)) {
                start.await();
                long begin = System.nanoTime();
                long end = begin + time.toNanos();
                long before = begin;
                while (before < end && failure.get() == null && client.once((int) count)) {
                    long after = System.nanoTime();
                    latencies.recordValue((after - before) / 1000);
                    count++;
                    before = after;
                }
                seconds = (System.nanoTime() - begin) / 1e9;
            } catch (Exception failed) {
                failure.compareAndSet(null, failed);
            }
        }
    }

    /** Clients that send the requests in turn, each beginning elsewhere, and expect a status. */
    public static Client.Factory requests(int port, java.util.List<byte[]> requests, int status) {
        return number -> {
            var exchange = new Exchange(port);
            return new Client() {
                @Override
                public boolean once(int turn) throws Exception {
                    int answered = exchange.send(requests.get((turn + number * 7) % requests.size()));
                    if (answered != status) {
                        throw new BenchFailed("%d instead of %d: %s".formatted(answered, status, exchange.text()));
                    }
                    return true;
                }

                @Override
                public void close() throws Exception {
                    exchange.close();
                }
            };
        };
    }
}
