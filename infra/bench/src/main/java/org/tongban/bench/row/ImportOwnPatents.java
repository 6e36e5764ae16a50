package org.tongban.bench.row;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.data.Catalogue;
import org.tongban.bench.data.RegistryRow;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.load.Load;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** The import of all patents of one unit, and what another unit feels of it (PF-20). */
final class ImportOwnPatents implements Row {
    private static final int PATENTS = 50_000;
    private static final int FEW = 5_000;
    private static final double MOST_SECONDS = 60;
    private static final double MOST_MILLIS = 100;
    private static final String LOGIN = "unit-b";
    private static final String NAME = "北京新联铁集团股份有限公司";
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Override
    public String id() {
        return "PF-20";
    }

    @Override
    public String what() {
        return "import of all patents of one unit from the registry, against COPY of the same rows into a table like"
                + " the list; reads of another unit meanwhile";
    }

    /** @param millis the worst p99 of a second */
    private record Imported(double seconds, double millis) {}

    @Override
    public List<Figure> measure(Bench bench) throws SQLException {
        var stack = bench.small();
        stack.restServers();
        int count = bench.isBrief() ? FEW : PATENTS;
        var catalogue = stack.catalogue();
        var token = Api.signIn(stack, "filing-unit", LOGIN);
        var unit = UUID.fromString(new Api(stack.platform().port())
                .get(Api.FILING + "/units/me", token)
                .path("id")
                .asText());
        clear(stack, unit);
        RegistryRow.hold(stack.embedded()::owner, catalogue, catalogue.rows(), count, NAME);
        try {
            double quiet = reads(stack).millis(99);
            var imported = doImport(stack, token, count);
            double copied = RegistryRow.timedListCopy(
                    stack.embedded()::owner,
                    catalogue,
                    catalogue.rows(),
                    count,
                    unit,
                    new Catalogue.Unit("91110108000000027Y", NAME, "110108"));
            return List.of(
                    new Figure(
                            "%,d patents of a unit".formatted(count),
                            Figure.number(imported.seconds()) + " s",
                            Figure.number(copied) + " s",
                            Figure.ratio(imported.seconds() / copied),
                            "≤ 60 s",
                            imported.seconds() <= MOST_SECONDS ? Figure.Verdict.MET : Figure.Verdict.SHORT),
                    new Figure(
                            "p99 of another unit's reads meanwhile, in the worst second",
                            Figure.number(imported.millis()) + " ms",
                            Figure.number(quiet) + " ms without",
                            Figure.ratio(imported.millis() / quiet),
                            "unhindered: ≤ 100 ms",
                            imported.millis() <= MOST_MILLIS ? Figure.Verdict.MET : Figure.Verdict.SHORT));
        } finally {
            clear(stack, unit);
        }
    }

    private static Imported doImport(Stack stack, String token, int count) {
        var api = new Api(stack.platform().port());
        long begin = System.nanoTime();
        var job = api.call("POST", Api.FILING + "/patent-imports", token, "application/json", new byte[0], 202)
                .path("id")
                .asText();
        double worst = 0;
        while (true) {
            var now = api.get(Api.PLATFORM + "/jobs/" + job, token);
            var state = now.path("state").asText();
            if (state.equals("done")) {
                if (now.path("done").asLong() < count) {
                    throw new BenchFailed("The import did not take all patents: " + now);
                }
                // The last second of reads goes on behind the end: the job says when that was.
                return new Imported(
                        seconds(
                                now.path("startedAt").asText(),
                                now.path("finishedAt").asText()),
                        worst);
            }
            if (state.equals("failed")
                    || System.nanoTime() - begin > Duration.ofMinutes(10).toNanos()) {
                throw new BenchFailed("The import failed: " + now);
            }
            worst = Math.max(worst, reads(stack).millis(99));
        }
    }

    private static double seconds(String from, String to) {
        return Duration.between(Instant.parse(from), Instant.parse(to)).toMillis() / 1000.0;
    }

    /** A second of another unit's reads of its list, by one client. */
    private static Load.Outcome reads(Stack stack) {
        var token = Api.signIn(stack, "filing-unit", "unit-a");
        var list = List.of(Exchange.get(Api.FILING + "/patents?limit=20", token));
        return Load.run(Load.requests(stack.platform().port(), list, 200), 1, MOMENT);
    }

    private static void clear(Stack stack, UUID unit) throws SQLException {
        ImportRegistry.remove(stack);
        try (var owner = stack.embedded().owner();
                var delete = owner.prepareStatement("delete from product_filing.patent where unit = ?");
                var vacuum = owner.createStatement()) {
            delete.setObject(1, unit);
            delete.executeUpdate();
            vacuum.execute("vacuum (analyze) product_filing.patent");
        }
    }
}
