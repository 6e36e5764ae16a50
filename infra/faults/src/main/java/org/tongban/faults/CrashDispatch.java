package org.tongban.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.tongban.testkit.Api;
import org.tongban.testkit.LoopbackGateway;

/**
 * Kills the server while it hands messages to a gateway that keeps no account of what it had (CO-41, RL-3): what the gateway
 * answered is not handed over again, and nothing that was accepted is lost without a word.
 */
final class CrashDispatch {
    private static final int TIMES = 15;
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 2_500;
    private static final int SENDERS = 4;
    private static final Duration GATEWAY_TAKES = Duration.ofMillis(20);
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final String PATH = Filings.PLATFORM + "/codes";
    private static final String UNDER_WAY =
            "select count(*) from core.message where state in ('queued', 'claimed', 'sending', 'held')";
    private static final String SENT = "select cast(id as text) from core.message where state = 'sent'";
    private static final String UNCLEAR = "select cast(id as text) from core.message where state = 'unclear'";
    private static final String ALL = "select count(*) from core.message";

    private final Map<String, Integer> delivered = new ConcurrentHashMap<>();
    private final AtomicInteger phones = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();

    static Result run(Setup setup) throws Exception {
        try (var gateway = new LoopbackGateway()) {
            return new CrashDispatch().run(setup, gateway);
        }
    }

    private static Map<String, String> settings(LoopbackGateway gateway) {
        var settings = new HashMap<>(Strangers.TRUSTED);
        settings.put("SMS_PROVIDER", "http");
        settings.put("PLATFORM_SMS_HTTP_URL", gateway.url() + "/messages");
        settings.put("PLATFORM_MESSAGES_LEASE", "3s");
        settings.put("PLATFORM_CODES_PER_DAY", "100000");
        return settings;
    }

    private Result run(Setup setup, LoopbackGateway gateway) throws Exception {
        int times = setup.timesOr(TIMES);
        var random = setup.random();
        gateway.behave(exchange -> {
            var reference = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            Await.pause(GATEWAY_TAKES);
            delivered.merge(reference, 1, Integer::sum);
            LoopbackGateway.answer(exchange, 200, "{\"id\": \"%s\"}".formatted(reference));
        });
        try (var site = Site.open(setup, Suite.CRASH_DISPATCH, settings(gateway))) {
            site.stopServer();
            site.startServer();
            for (int i = 0; i < times; i++) {
                var over = new AtomicBoolean();
                var senders = senders(site, over);
                Await.pause(Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
                site.killServer();
                over.set(true);
                for (var sender : senders) {
                    sender.join();
                }
                site.startServer();
            }
            boolean settled = Await.until(LONGEST_END, () -> count(site, UNDER_WAY) == 0);
            return result(site, times, settled);
        }
    }

    private List<Thread> senders(Site site, AtomicBoolean over) {
        var strangers = Strangers.of(site);
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    ask(strangers);
                }
            }));
        }
        return senders;
    }

    private void ask(Strangers strangers) {
        try {
            Api client = strangers.next();
            var body = JsonNodeFactory.instance.objectNode();
            body.put("realm", "filing-unit").put("purpose", "register");
            body.put("phone", "139%08d".formatted(phones.incrementAndGet()));
            body.<JsonNode>set("captcha", strangers.solvedCaptcha());
            if (client.post(PATH, body).status() == 202) {
                accepted.incrementAndGet();
            }
        } catch (RuntimeException killed) {
            Await.pause(GATEWAY_TAKES);
        }
    }

    private Result result(Site site, int times, boolean settled) throws SQLException {
        var sent = Set.copyOf(site.rows(SENT));
        var unclear = Set.copyOf(site.rows(UNCLEAR));
        var notes = delivered.entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(one -> "handed over %d times: %s".formatted(one.getValue(), one.getKey()))
                .collect(Collectors.toCollection(ArrayList::new));
        long twice = notes.size();
        long never = sent.stream().filter(id -> !delivered.containsKey(id)).count();
        long silent = delivered.keySet().stream()
                .filter(id -> !sent.contains(id) && !unclear.contains(id))
                .count();
        notes.add(
                "%d accepted, %d sent, %d for staff to settle".formatted(accepted.get(), sent.size(), unclear.size()));
        return new Result(
                times + " kills",
                List.of(
                        Figure.atLeast("messages sent", times, sent.size()),
                        Figure.none("accepted and not in the outbox", Math.max(0, accepted.get() - site.count(ALL))),
                        Figure.none("neither sent nor shown to staff", settled ? silent : site.count(UNDER_WAY)),
                        Figure.none("marked as sent that the gateway never had", never),
                        Figure.none("handed over twice", twice)),
                notes);
    }

    private static long count(Site site, String query) {
        try {
            return site.count(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
