package org.tongban.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.tongban.bench.data.Codes;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;
import org.tongban.core.crypto.MasterKey;

/** Products in the recognition of a year, whose units have an account each; all but those are taken out again at the end. */
final class RecognitionData implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String TASK = "product-filing.run-recognitions";

    private final Connection owner;
    private final byte[] content;
    private final byte[] recipient;

    /** Products of these numbers, both counted. */
    record Part(int from, int to) {
        int size() {
            return to - from + 1;
        }
    }

    /** What the task does to a product, one after the other. */
    enum Phase {
        RECOGNISED("filing.recognised"),
        REMINDED("filing.expiring"),
        EXPIRED("filing.expired");

        private final String template;

        Phase(String template) {
            this.template = template;
        }

        private String statement() {
            var name = "recognition-" + name().toLowerCase(java.util.Locale.ROOT) + ".sql";
            try (var in = RecognitionData.class.getResourceAsStream(name)) {
                return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    RecognitionData(Stack stack, int products) throws SQLException {
        owner = stack.embedded().owner();
        var key = MasterKey.of(stack.embedded().value("MASTER_KEY"));
        content = key.seal("x".repeat(220), "bench").bytes();
        recipient = key.seal("+8619900000000", "bench").bytes();
        clear();
        execute("""
            insert into product_filing.round (year, data_year, opens_on, closes_on, filing_deadline, version, changed_at)
            values (2026, 2025, '2026-01-05', '2026-01-30', '2026-01-30', 1, now()) on conflict do nothing
            """);
        execute("""
            create table public.bench_recognition as
            select row_number() over (order by c.product) as n, uuidv7() as id, c.product, c.unit, c.organisation,
                   cast(null as uuid) as account, s.grams, s.search_text
              from (select p.id as product, p.unit, u.organisation
                      from product_filing.product p join product_filing.unit u on u.id = p.unit
                     where p.state = 'FILED'
                       and (select count(*) from core.account a
                             where a.organisation_id = u.organisation and a.realm = 'filing-unit') < 2
                     limit %d) c
              join product_filing.public_product s on s.id = c.product
            """.formatted(products));
        addAccounts(key);
        execute("""
            update public.bench_recognition b set account = (
                select a.id from core.account a
                 where a.organisation_id = b.organisation and a.realm = 'filing-unit' order by a.id limit 1)
            """);
        execute("alter table public.bench_recognition add primary key (n)");
        // It begins when it is asked for.
        execute("""
            insert into core.daily_task (task, done_through)
            values ('%s', cast(now() at time zone 'Asia/Shanghai' as date))
            on conflict (task) do update set done_through = excluded.done_through
            """.formatted(TASK));
        execute("analyze public.bench_recognition");
    }

    private void addAccounts(MasterKey key) throws SQLException {
        var random = new SplittableRandom(8);
        try (var units = owner.createStatement();
                var unit = units.executeQuery("""
                    select distinct b.organisation from public.bench_recognition b
                     where not exists (
                         select 1 from core.account a
                          where a.organisation_id = b.organisation and a.realm = 'filing-unit')
                    """);
                var insert = owner.prepareStatement("""
                    insert into core.account (id, realm, login, organisation_id, phone, phone_index, state,
                        must_change_password, created_at)
                    values (?, 'filing-unit', ?, ?, ?, ?, 'active', false, now())
                    """)) {
            for (int i = 0; unit.next(); i++) {
                var id = Codes.id(System.currentTimeMillis(), random);
                var phone = "+86199%08d".formatted(i);
                insert.setObject(1, id);
                insert.setString(2, "bench-" + unit.getObject(1));
                insert.setObject(3, unit.getObject(1));
                insert.setBytes(4, key.seal(phone, "core.account.phone" + id).bytes());
                insert.setBytes(5, phone.getBytes(StandardCharsets.US_ASCII));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Brings the products to where the phase takes them up. */
    void prepare(Phase phase, Part part) throws SQLException {
        switch (phase) {
            case RECOGNISED -> of(part, """
                insert into product_filing.recognition (
                    id, product, unit, year, state, publicity_start, version, created_at, changed_at)
                select id, product, unit, 2026, 'IN_PUBLICITY', '2026-03-02', 2, now(), now()
                  from public.bench_recognition where n between ? and ?
                """);
            case REMINDED -> ending(part, 60);
            case EXPIRED -> ending(part, -1);
        }
        execute("vacuum (analyze) product_filing.recognition");
        execute("vacuum (analyze) product_filing.public_product");
    }

    private void ending(Part part, int days) throws SQLException {
        of(part, """
            update product_filing.recognition r set valid_until = cast(now() at time zone 'Asia/Shanghai' as date) + %d
              from public.bench_recognition b where b.id = r.id and b.n between ? and ?
            """.formatted(days));
    }

    private void of(Part part, String command) throws SQLException {
        try (var statement = owner.prepareStatement(command)) {
            statement.setInt(1, part.from());
            statement.setInt(2, part.to());
            statement.executeUpdate();
        }
    }

    /** Makes the changes of the phase by one statement; how many seconds it took. */
    double timed(Phase phase, Part part) throws SQLException {
        try (var statement = owner.prepareStatement(phase.statement())) {
            statement.setInt(1, part.from());
            statement.setInt(2, part.to());
            statement.setBytes(3, content);
            statement.setBytes(4, recipient);
            long begin = System.nanoTime();
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) != part.size()) {
                    throw new BenchFailed("The statement changed " + row.getInt(1) + " products of " + part.size());
                }
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** Has the task run, and answers how many products a second it went through, from its first batch to its last. */
    double awaitTask(Phase phase, Part part) throws SQLException {
        long before = told(phase);
        execute("""
            update core.daily_task set done_through = cast(now() at time zone 'Asia/Shanghai' as date) - 1
             where task = '%s'
            """.formatted(TASK));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isDone()) {
            if (System.nanoTime() > end) {
                throw new BenchFailed("%d of %d products are %s after %s."
                        .formatted(told(phase) - before, part.size(), phase, PATIENCE));
            }
            execute("""
                update core.scheduled_task set execution_time = now()
                 where task_name = '%s' and not picked and execution_time > now()
                """.formatted(TASK));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        if (told(phase) != before + part.size()) {
            throw new BenchFailed("%d of %d products are %s.".formatted(told(phase) - before, part.size(), phase));
        }
        try (var statement = owner.prepareStatement("""
            with told as (
                select e.created_at from core.inbox_entry e
                where e.template = ? order by e.id desc limit ?)
            select count(*) filter (where created_at > (select min(created_at) from told)),
                extract(epoch from max(created_at) - min(created_at)) from told
            """)) {
            statement.setString(1, phase.template);
            statement.setInt(2, part.size());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) / Math.max(row.getDouble(2), 1e-3);
            }
        }
    }

    private boolean isDone() throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("""
                    select d.done_through = cast(now() at time zone 'Asia/Shanghai' as date) and not t.picked
                      from core.daily_task d join core.scheduled_task t on t.task_name = d.task
                     where d.task = '%s'
                    """.formatted(TASK))) {
            return row.next() && row.getBoolean(1);
        }
    }

    private long told(Phase phase) throws SQLException {
        try (var statement = owner.prepareStatement("select count(*) from core.inbox_entry where template = ?")) {
            statement.setString(1, phase.template);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What the task and the statements added, but for the audit records, which nobody takes away. */
    private void clear() throws SQLException {
        execute("create table if not exists public.bench_recognition (id uuid, product uuid, grams text[], search_text"
                + " text)");
        for (var phase : Phase.values()) {
            execute("delete from core.inbox_entry where template = '" + phase.template + "'");
            execute("delete from core.message where template = '" + phase.template + "'");
        }
        execute("delete from core.event where aggregate in (select product from public.bench_recognition)");
        execute("delete from core.matter where record_id in (select id from public.bench_recognition)");
        execute("delete from core.document where subject in (select id from public.bench_recognition)");
        execute("delete from product_filing.certificate where recognition in (select id from"
                + " public.bench_recognition)");
        execute("delete from product_filing.recognition_reminder"
                + " where recognition in (select id from public.bench_recognition)");
        execute("delete from product_filing.recognition where id in (select id from public.bench_recognition)");
        execute("""
            update product_filing.public_product p
               set state = 'filed', publicity_start = null, recognised_on = null, valid_until = null,
                   certificate_number = null, grams = b.grams, search_text = b.search_text
              from public.bench_recognition b
             where p.id = b.product and (p.grams <> b.grams or p.search_text <> b.search_text)
            """);
        execute("drop table public.bench_recognition");
    }

    private void execute(String command) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        try (owner) {
            clear();
        }
    }
}
