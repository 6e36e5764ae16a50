package org.tongban.bench.row;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.data.Codes;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;
import org.tongban.core.crypto.MasterKey;

/**
 * Messages that wait in the outbox, each to a phone of its own, given to the provider that only logs; and events, by
 * {@link DrainEvents}.
 */
final class Drain implements Row {
    private static final int MESSAGES = 20_000;
    private static final int FEW = 2_000;
    /** As many recipients as a node serves at a time, and as many connections for the reference. */
    private static final int PARALLEL = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String TEMPLATE = "bench.drained";

    /** No limit and no quiet hours stand between a message and its provider. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "PLATFORM_MESSAGES_PER_DAY", "1000000",
            "PLATFORM_MESSAGES_PER_TEMPLATE", "1000000",
            "PLATFORM_MESSAGES_QUIET_FROM", "00:00",
            "PLATFORM_MESSAGES_QUIET_UNTIL", "00:00",
            "PLATFORM_MESSAGES_PARALLEL", Integer.toString(PARALLEL));

    /** What the platform does for a message: takes it, notes that it is being sent, notes that it was. */
    private static final String STATEMENTS = """
        update core.message set state = 'claimed', attempts = attempts + 1, attempt = gen_random_uuid(), \
        claimed_until = now() + interval '2 minutes' where id in (select id from core.message where state = 'queued' \
        and due_at <= now() order by urgent desc, due_at, id limit 1 for update skip locked) \
        returning id as message, attempt as try \\gset
        update core.message set state = 'sending', claimed_until = now() + interval '2 minutes' \
        where id = :message and attempt = :try and state = 'claimed';
        update core.message set state = 'sent', sent_at = now(), provider = 'log', provider_id = 'bench', \
        claimed_until = null, last_error = null where id = :message and attempt = :try \
        and state in ('claimed', 'sending', 'unclear');
        """;

    @Override
    public String id() {
        return "PE-11";
    }

    @Override
    public String what() {
        return "messages drained from the outbox, and events brought to their subscribers, against the same statements"
                + " with SKIP LOCKED by pgbench";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var stack = bench.small();
        stack.restServers();
        int count = bench.isBrief() ? FEW : MESSAGES;
        clear(stack);
        try {
            double drained;
            try (var ignored = stack.startPlatform(UNLIMITED)) {
                // The first wave is for the JVM to have compiled what the second runs.
                wave(stack, count / 4);
                clear(stack);
                drained = wave(stack, count);
                clear(stack);
            }
            fill(stack, count);
            double reference = Pgbench.drain(stack, STATEMENTS, PARALLEL, count / PARALLEL);
            double ratio = reference == 0 ? 0 : drained / reference;
            return List.of(
                    new Figure(
                            "messages drained, " + PARALLEL + " at a time",
                            Figure.number(drained) + " /s",
                            Figure.number(reference) + " /s",
                            Figure.ratio(ratio),
                            "≥ 0.5",
                            ratio >= 0.5 ? Figure.Verdict.MET : Figure.Verdict.SHORT),
                    DrainEvents.measure(bench));
        } finally {
            clear(stack);
        }
    }

    /** How many a second go out, from the first to the last. */
    private static double wave(Stack stack, int count) throws SQLException {
        fill(stack, count);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(stack, "select count(*) from core.message where state <> 'sent' and template = '%s'") > 0) {
            if (System.nanoTime() > end) {
                throw new BenchFailed("The outbox is not empty after " + PATIENCE + ".");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        double seconds = number(stack, """
            select cast(extract(epoch from max(sent_at) - min(sent_at)) * 1000 as bigint)
            from core.message where template = '%s'\
            """) / 1e3;
        return count / Math.max(seconds, 1e-3);
    }

    private static void fill(Stack stack, int count) throws SQLException {
        var key = MasterKey.of(stack.embedded().value("MASTER_KEY"));
        var random = new SplittableRandom(11);
        try (var owner = stack.embedded().owner();
                var statement = owner.prepareStatement("""
                    insert into core.message
                        (id, template, channel, recipient, recipient_index, recipient_masked, content, state, urgent,
                         attempts, due_at, created_at)
                    values (?, ?, 'SMS', ?, ?, '+86199****0000', ?, 'queued', false, 0,
                        now() - interval '1 second', now() - interval '1 second')
                    """)) {
            owner.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                var id = Codes.id(System.currentTimeMillis(), random);
                var phone = "+86199%08d".formatted(i);
                statement.setObject(1, id);
                statement.setString(2, TEMPLATE);
                statement.setBytes(3, key.seal(phone, "core.message.phone" + id).bytes());
                statement.setBytes(4, phone.getBytes(StandardCharsets.US_ASCII));
                statement.setBytes(5, content(key, id));
                statement.addBatch();
                if (i % 1_000 == 999) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            owner.commit();
        }
    }

    private static byte[] content(MasterKey key, UUID id) {
        var text = "{\"subject\":\"\",\"text\":\"您的产品已完成备案，编号CP202611200001。\",\"parameters\":{}}";
        return key.seal(text.getBytes(StandardCharsets.UTF_8), "core.message.content" + id)
                .bytes();
    }

    private static void clear(Stack stack) throws SQLException {
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement()) {
            statement.execute("delete from core.message where template = '%s'".formatted(TEMPLATE));
            statement.execute("delete from core.message_quota where template = '%s'".formatted(TEMPLATE));
        }
    }

    private static long number(Stack stack, String query) throws SQLException {
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(query.formatted(TEMPLATE))) {
            row.next();
            return row.getLong(1);
        }
    }
}
