package org.tongban.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.tongban.bench.stack.Stack;
import org.tongban.core.crypto.MasterKey;

/** What the lists of a yearly recognition are of: for each filed product a row in each, of a round that is long over. */
final class GrowthData {
    static final int ROUND = 2024;
    static final UUID RUN = new UUID(12, 2);
    static final UUID STAGE = new UUID(12, 3);
    private static final String STATEMENTS = "growth.sql";

    private GrowthData() {}

    /** Adds them where they are not there; they stay with the fill. */
    static void fill(Stack stack) throws SQLException {
        var sealed = MasterKey.of(stack.embedded().value("MASTER_KEY"))
                .seal("13900000000", "bench")
                .bytes();
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement()) {
            // It would find that the patents of those products stand.
            statement.execute("""
                insert into core.daily_task (task, done_through)
                values ('product-filing.watch-lapses', cast(now() at time zone 'Asia/Shanghai' as date))
                on conflict (task) do update set done_through = excluded.done_through
                """);
            try (var row = statement.executeQuery(
                    "select exists (select 1 from product_filing.recognition where year = " + ROUND + ")")) {
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
            }
            System.err.println("Filling the lists of a round …");
            owner.setAutoCommit(false);
            for (var command : statements().split(";\n")) {
                try (var prepared = owner.prepareStatement(command)) {
                    if (command.contains("?")) {
                        prepared.setBytes(1, sealed);
                    }
                    prepared.execute();
                }
            }
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("vacuum (analyze) product_filing.recognition");
            statement.execute("vacuum (analyze) product_filing.recognition_result");
            statement.execute("vacuum (analyze) product_filing.certificate");
            statement.execute("vacuum (analyze) product_filing.stage_answer");
            statement.execute("vacuum (analyze) product_filing.lapse");
            statement.execute("vacuum (analyze) product_filing.objection");
        }
    }

    private static String statements() {
        try (var in = GrowthData.class.getResourceAsStream(STATEMENTS)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
