package org.tongban.bench.row;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Duel.Statistics;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.stack.BenchFailed;

/** The public search with filters mixed in, one question at a time. */
final class Filters implements Row {
    private static final int QUESTIONS = 150;
    /** Times that a question is asked after a first one that does not count; the middle one counts. */
    private static final int TIMES = 5;
    /** A question that takes longer, in milliseconds, is asked once more only. */
    private static final double LONG = 500;
    /** A plan by hand that takes longer, in milliseconds, is none. */
    private static final double LONGEST = 5_000;

    private static final Duration MOST = Duration.ofMinutes(6);

    @Override
    public String id() {
        return "PE-16";
    }

    @Override
    public String what() {
        return "public search with any mix of text and filters, one question at a time, against the fastest of three"
                + " plans by hand for each (index of grams, order of positions, the planner's own for these values)";
    }

    @Override
    public List<Figure> measure(Bench bench) throws SQLException, IOException {
        var stack = bench.large();
        stack.restServers();
        var measured = new ArrayList<Double>();
        var best = new ArrayList<Double>();
        String slowest = "";
        try (var connection = stack.embedded().application()) {
            var questions = Question.mixed(stack.catalogue(), connection, bench.isBrief() ? QUESTIONS / 5 : QUESTIONS);
            long end = System.nanoTime() + MOST.toNanos();
            for (var question : questions) {
                if (System.nanoTime() > end) {
                    break;
                }
                var request = Exchange.get(question.path(), null);
                // A connection each: while the plans by hand are tried, the server would close an idle one.
                try (var exchange = new Exchange(stack.platform().port())) {
                    measured.add(median(() -> ask(exchange, request)));
                }
                best.add(byHand(connection, question));
                if (measured.getLast() >= Statistics.percentile(measured, 100)) {
                    slowest = "%s %s, %d hits".formatted(question.text(), question.facets(), question.hits());
                }
            }
        }
        double middle = Statistics.median(measured);
        double most = Statistics.percentile(measured, 100);
        return List.of(
                Figure.atMost(
                        "p95 of %d questions".formatted(measured.size()),
                        Statistics.percentile(measured, 95),
                        Statistics.percentile(best, 95),
                        "ms",
                        2),
                Figure.atMost("the slowest against the median (" + slowest + ")", most, middle, "ms", 15));
    }

    private interface Action {
        void run() throws SQLException, IOException;
    }

    private static double median(Action action) throws SQLException, IOException {
        double first = time(action);
        var times = new ArrayList<Double>();
        for (int i = 0; i < (first > LONG ? 1 : TIMES); i++) {
            times.add(time(action));
        }
        return Statistics.median(times);
    }

    private static double time(Action action) throws SQLException, IOException {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void ask(Exchange exchange, byte[] request) throws IOException {
        if (exchange.send(request) != 200) {
            throw new BenchFailed("A search answered: " + exchange.text());
        }
    }

    private static double byHand(Connection connection, Question question) throws SQLException, IOException {
        double best = LONGEST;
        var byTokens = question.byHand(true);
        var byColumns = question.byHand(false);
        for (int way = 0; way < byTokens.size(); way++) {
            double sum = 0;
            for (int i = 0; i < byTokens.get(way).size(); i++) {
                sum += byHand(
                        connection, byTokens.get(way).get(i), byColumns.get(way).get(i));
            }
            best = Math.min(best, sum);
        }
        return best;
    }

    private static double byHand(Connection connection, String byTokens, String byColumns)
            throws SQLException, IOException {
        var byGrams = byTokens.replaceAll("(?s)(select.*)order by position", """
            with found as materialized ($1) select * from found order by position\
            """);
        double best = LONGEST;
        for (var plan :
                List.of("set enable_indexscan = on", "set enable_bitmapscan = off", "set enable_indexscan = off")) {
            try (var statement = connection.createStatement()) {
                statement.execute("reset all");
                statement.execute(plan);
                var sql = plan.contains("bitmapscan = off")
                        ? byColumns
                        : plan.contains("indexscan = off") && !byTokens.contains("@> cast('{}'") ? byGrams : byTokens;
                // What is hopeless need not be waited for: another plan is faster.
                statement.execute("set statement_timeout = " + (long) Math.ceil(best + 1));
                best = Math.min(best, median(() -> run(statement, sql)));
            } catch (SQLException tooSlow) {
                if (!"57014".equals(tooSlow.getSQLState())) {
                    throw tooSlow;
                }
            }
        }
        return best;
    }

    private static void run(java.sql.Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            while (row.next()) {
                row.getString("product");
            }
        }
    }
}
