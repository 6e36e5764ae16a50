package org.tongban.bench.row;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.data.Codes;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** Events that wait, delivered to the filing's counter, which is a subscriber, and to the queue of webhooks. */
final class DrainEvents {
    private static final int EVENTS = 20_000;
    private static final int FEW = 2_000;
    /** As many as the platform takes in a transaction. */
    private static final int BATCH = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String TYPE = "product-filing.product-filed";
    private static final String TAP = "platform.queue-webhooks/" + TYPE;
    private static final String PAYLOAD = """
        {"product": "%1$s", "unit": "%1$s", "organisation": "%1$s", "number": "CP202611200001",
         "name": "农田巡检无人机系统", "dataYear": 2025, "filedOn": "2026-11-20"}
        """.formatted(new UUID(11, 11));
    private static final Map<String, String> OFTEN = Map.of("PLATFORM_TASKS_POLLING", "200ms");

    private DrainEvents() {}

    static Figure measure(Bench bench) throws SQLException, IOException {
        var stack = bench.small();
        int count = bench.isBrief() ? FEW : EVENTS;
        clear(stack);
        try {
            double drained;
            try (var ignored = stack.startPlatform(OFTEN)) {
                wave(stack, count / 4);
                drained = wave(stack, count);
            }
            fill(stack, count);
            double reference = BATCH * Pgbench.drain(stack, statements(), 1, count / BATCH);
            double ratio = reference == 0 ? 0 : drained / reference;
            return new Figure(
                    "events brought to their subscriber",
                    Figure.number(drained) + " /s",
                    Figure.number(reference) + " /s",
                    Figure.ratio(ratio),
                    "≥ 0.5",
                    ratio >= 0.5 ? Figure.Verdict.MET : Figure.Verdict.SHORT);
        } finally {
            clear(stack);
        }
    }

    /** How many a second are with the subscriber, from the first mark of progress to the last. */
    private static double wave(Stack stack, int count) throws SQLException {
        fill(stack, count);
        long end = System.nanoTime() + PATIENCE.toNanos();
        long begin = 0;
        long first = count;
        for (long left = ahead(stack); left > 0; left = ahead(stack)) {
            if (begin == 0 && left < count) {
                begin = System.nanoTime();
                first = count - left;
            }
            if (System.nanoTime() > end) {
                throw new BenchFailed("The events are not delivered after " + PATIENCE + ".");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return (count - first) / ((System.nanoTime() - begin) / 1e9);
    }

    private static long ahead(Stack stack) throws SQLException {
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("""
                    select count(*) from core.event e join core.event_cursor c
                        on c.subscriber = '%s' and (e.txid, e.id) > (c.txid, c.event)
                    where e.type = '%s'
                    """.formatted(TAP, TYPE))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void fill(Stack stack, int count) throws SQLException {
        var random = new SplittableRandom(11);
        try (var owner = stack.embedded().owner();
                var statement = owner.prepareStatement("""
                    insert into core.event (id, type, aggregate, payload, at)
                    values (?, ?, ?, cast(? as jsonb), '2001-01-01T00:00:00Z')
                    """)) {
            owner.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                statement.setObject(1, Codes.id(System.currentTimeMillis(), random));
                statement.setString(2, TYPE);
                statement.setObject(3, new UUID(11, i));
                statement.setString(4, PAYLOAD);
                statement.addBatch();
            }
            statement.executeBatch();
            owner.commit();
        }
    }

    private static void clear(Stack stack) throws SQLException {
        execute(stack, "delete from core.event where at = '2001-01-01T00:00:00Z'");
    }

    private static void execute(Stack stack, String command) throws SQLException {
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    /** What the platform does for a hundred events, in a transaction. */
    private static String statements() {
        var script = new StringBuilder();
        transaction(script, TAP, """
            select w.id from core.webhook w where w.state = 'active' and '%s' = any(string_to_array(w.event_types, ' ')) \
            and w.txid <= pg_current_xact_id();
            """.formatted(TYPE));
        return script.toString();
    }

    private static void transaction(StringBuilder script, String subscriber, String handled) {
        script.append("begin;\n").append("""
            select txid as past, event as passed from core.event_cursor where subscriber = '%1$s' \
            for update skip locked \\gset
            select e.id, cast(e.txid as text) as txid, e.type, e.aggregate, cast(e.payload as text) as payload, e.at, \
            exists (select 1 from core.held_event h where h.subscriber = '%1$s' and h.aggregate = e.aggregate) as blocked \
            from core.event e, core.event_cursor c where c.subscriber = '%1$s' and e.type = '%2$s' \
            and (e.txid, e.id) > (c.txid, c.event) and e.txid < pg_snapshot_xmin(pg_current_snapshot()) \
            order by e.txid, e.id limit %3$d;
            """.formatted(subscriber, TYPE, BATCH));
        script.repeat(handled, BATCH);
        script.append("""
            update core.event_cursor set (txid, event) = (select txid, id from (select e.txid, e.id from core.event e \
            where e.type = '%2$s' and (e.txid, e.id) > (cast(:past as xid8), :passed) order by e.txid, e.id limit %3$d) n \
            order by txid desc, id desc limit 1) where subscriber = '%1$s';
            commit;
            """.formatted(subscriber, TYPE, BATCH));
    }
}
