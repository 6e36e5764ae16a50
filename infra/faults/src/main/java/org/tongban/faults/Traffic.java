package org.tongban.faults;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.tongban.faults.fuzz.Reply;
import org.tongban.faults.fuzz.Wire;

/** One request sent again and again by many, each over a connection of its own. */
final class Traffic {
    private static final int NOTES = 5;

    private final URI server;
    private final byte[] request;
    private final int good;

    /**
     * Traffic of one kind.
     *
     * @param request as it goes over the wire
     * @param good the status of an answer that does what was asked
     */
    Traffic(URI server, byte[] request, int good) {
        this.server = server;
        this.request = request;
        this.good = good;
    }

    /**
     * What came back.
     *
     * @param good answers that did what was asked, in time
     * @param done all such answers, late ones too
     * @param told 429 and 503 that say when to come again
     * @param other answers of any other kind
     * @param broken connections that ended without an answer
     * @param millis how long each answer took
     */
    record Seen(
            long sent,
            long good,
            long done,
            long told,
            long other,
            long broken,
            List<Double> millis,
            List<String> notes) {
        static Seen of(List<Sender> senders) {
            var all = new Sender();
            senders.forEach(all::add);
            Collections.sort(all.millis);
            return new Seen(all.sent, all.good, all.done, all.told, all.other, all.broken, all.millis, all.notes);
        }

        /** The time within which so large a share of the answers came. */
        double percentile(double share) {
            return millis.isEmpty() ? 0 : millis.get((int) Math.min(millis.size() - 1, millis.size() * share));
        }
    }

    private static final class Sender {
        private long sent;
        private long good;
        private long done;
        private long told;
        private long other;
        private long broken;
        private final List<Double> millis = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private void add(Sender one) {
            sent += one.sent;
            good += one.good;
            done += one.done;
            told += one.told;
            other += one.other;
            broken += one.broken;
            millis.addAll(one.millis);
            one.notes.stream().limit(NOTES).forEach(notes::add);
        }
    }

    /** So many clients, each sending its next request when it has the answer of the last. */
    Seen inTurn(int clients, Duration time) throws InterruptedException {
        return run(clients, 0, time);
    }

    /**
     * So many requests a second, whatever becomes of those before.
     *
     * @param clients enough for all that are under way
     */
    Seen offered(double perSecond, int clients, Duration time) throws InterruptedException {
        return run(clients, perSecond, time);
    }

    private Seen run(int clients, double perSecond, Duration time) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        var turns = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Sender>>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> {
                    var sender = new Sender();
                    try (var wire = new Wire(server)) {
                        for (long due = due(begin, perSecond, turns);
                                due < end && System.nanoTime() < end;
                                due = due(begin, perSecond, turns)) {
                            park(due);
                            send(wire, sender, end);
                        }
                    }
                    return sender;
                }));
            }
            var senders = new ArrayList<Sender>();
            for (var one : running) {
                senders.add(one.get());
            }
            return Seen.of(senders);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long due(long begin, double perSecond, AtomicLong turns) {
        return perSecond == 0 ? begin : begin + (long) (turns.getAndIncrement() / perSecond * 1e9);
    }

    private static void park(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(Wire wire, Sender sender, long end) {
        long began = System.nanoTime();
        sender.sent++;
        try {
            var reply = wire.send(request, false);
            long ended = System.nanoTime();
            sender.millis.add((ended - began) / 1e6);
            if (reply.status() == good) {
                sender.done++;
                sender.good += ended <= end ? 1 : 0;
            } else if (isTold(reply)) {
                sender.told++;
            } else {
                sender.other++;
                sender.notes.add(reply.status() + " " + reply.text());
            }
        } catch (IOException e) {
            sender.broken++;
            sender.notes.add("broken: " + e);
        }
    }

    private static boolean isTold(Reply reply) {
        return (reply.status() == 429 || reply.status() == 503)
                && !reply.header("retry-after").isEmpty();
    }
}
