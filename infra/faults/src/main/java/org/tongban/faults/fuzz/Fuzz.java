package org.tongban.faults.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Sends each operation's spoilt requests as each role, in an order and with contents that the seed fixes (RL-4). */
public final class Fuzz {
    private static final int SENDERS = 6;
    private static final int EXAMPLE = 300;
    private static final int PIECES = 20;
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Target target;
    private final long seed;
    private final Samples samples;
    private final List<Operation> operations;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final Map<String, Finding> findings = new ConcurrentSkipListMap<>();

    public Fuzz(Target target, long seed) {
        this.target = target;
        this.seed = seed;
        this.samples = new Samples(target.openApi());
        this.operations = Operation.of(target.openApi());
    }

    /** A fault, how often it was met, and the first request and answer that showed it. */
    public record Finding(String fault, int count, String example) {
        private static Finding both(Finding left, Finding right) {
            return new Finding(left.fault, left.count + right.count, left.example);
        }
    }

    /**
     * What came of it.
     *
     * @param unavailable how many were answered 503 with {@code Retry-After}
     */
    public record Outcome(int operations, int requests, int unavailable, List<Finding> findings) {}

    private record Case(Operation operation, String role, Mutation mutation, long seed) {}

    /**
     * Sends at most so many requests, for at most so long.
     *
     * @throws IOException where the server is not reached at all
     */
    public Outcome run(int most, Duration longest) throws IOException {
        var cases = cases();
        Collections.shuffle(cases, new Random(seed));
        long end = System.nanoTime() + longest.toNanos();
        malformations();
        send(cases.subList(0, Math.min(most, cases.size())), end);
        return new Outcome(operations.size(), sent.get(), unavailable.get(), List.copyOf(findings.values()));
    }

    private List<Case> cases() {
        var cases = new ArrayList<Case>();
        var mutations = Mutation.all(samples);
        for (var operation : operations) {
            for (var role : new TreeMap<>(target.tokens()).keySet()) {
                for (var mutation : mutations) {
                    if (target.plays(role, operation) && mutation.applies().test(operation)) {
                        cases.add(new Case(operation, role, mutation, seed + cases.size()));
                    }
                }
            }
        }
        return cases;
    }

    private void send(List<Case> cases, long end) {
        var next = new AtomicInteger();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < SENDERS; i++) {
                running.add(senders.submit(() -> {
                    try (var wire = new Wire(target.address())) {
                        for (int at = next.getAndIncrement();
                                at < cases.size() && System.nanoTime() < end;
                                at = next.getAndIncrement()) {
                            send(wire, cases.get(at));
                        }
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void send(Wire wire, Case one) {
        var request = request(one);
        var head = request.method.equals("HEAD");
        var what = one.operation().id() + " as " + one.role() + ", "
                + one.mutation().name();
        try {
            var reply = wire.send(request.bytes(), head);
            var faults = one.mutation().onItsRoute()
                    ? Judge.faults(reply, one.operation(), one.mutation().refused())
                    : Judge.faults(reply, head);
            count(reply);
            faults.forEach(fault -> found(fault + " (" + one.mutation().name() + ")", what, reply.text()));
        } catch (IOException dropped) {
            sent.incrementAndGet();
            found("drops the connection (" + one.mutation().name() + ")", what, String.valueOf(dropped.getMessage()));
        }
    }

    private Draft request(Case one) {
        RandomGenerator random = new SplittableRandom(one.seed());
        var operation = one.operation();
        var draft = new Draft(operation.method(), target.path(operation, random));
        var token = target.tokens().getOrDefault(one.role(), "");
        if (!token.isEmpty()) {
            draft.header("Authorization", "Bearer " + token);
        }
        if (operation.method().equals("PUT")) {
            draft.header("If-Match", "\"" + random.nextInt(3) + "\"");
        }
        if (operation.hasJsonBody()) {
            draft.header("Content-Type", "application/json")
                    .body(samples.of(operation.schema(), random).toString());
        } else if (operation.binary()) {
            draft.header("Content-Type", "text/csv").body("a,b\n1," + random.nextLong() + "\n");
        }
        one.mutation().spoiling().spoil(draft, operation, random);
        return draft;
    }

    private void malformations() throws IOException {
        for (var malformation : Malformations.all().entrySet()) {
            try (var wire = new Wire(target.address())) {
                var reply = wire.send(malformation.getValue(), false);
                count(reply);
                Judge.faults(reply, false)
                        .forEach(fault ->
                                found(fault + " (" + malformation.getKey() + ")", malformation.getKey(), reply.text()));
            } catch (IOException dropped) {
                sent.incrementAndGet();
                found(
                        "drops the connection (" + malformation.getKey() + ")",
                        malformation.getKey(),
                        String.valueOf(dropped.getMessage()));
            }
        }
        var slow = new Draft("POST", "/api/platform/v1/sessions")
                .header("Content-Type", "application/json")
                .body("{}");
        try (var wire = new Wire(target.address())) {
            var reply = wire.trickle(slow.bytes(), PIECES, PAUSE);
            count(reply);
            Judge.faults(reply, false).forEach(fault -> found(fault + " (slow)", "slow", reply.text()));
            wire.abandon(slow.bytes());
        }
    }

    private void count(Reply reply) {
        sent.incrementAndGet();
        if (reply.status() == 503) {
            unavailable.incrementAndGet();
        }
    }

    private void found(String fault, String request, String answer) {
        var line = answer.replaceAll("\\s+", " ");
        var shown = line.length() > EXAMPLE ? line.substring(0, EXAMPLE) + "…" : line;
        findings.merge(fault, new Finding(fault, 1, request + " → " + shown), Finding::both);
    }
}
