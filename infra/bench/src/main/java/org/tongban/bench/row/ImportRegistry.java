package org.tongban.bench.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.data.Catalogue;
import org.tongban.bench.data.RegistryRow;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** The registry of patents as a file. */
final class ImportRegistry implements Row {
    private static final int ROWS = 1_000_000;
    private static final int FEW = 20_000;
    private static final int WARM_UP = 5_000;
    private static final String PATH = Api.PLATFORM + "/registries/patents/imports";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LARGEST_GROWTH_MIB = 32;

    @Override
    public String id() {
        return "PE-7";
    }

    @Override
    public String what() {
        return "import of the patent registry from CSV, upload and job, against COPY of the same rows into a table"
                + " with the same rows and indexes; live heap before and meanwhile";
    }

    @Override
    public List<Figure> measure(Bench bench) throws SQLException, IOException {
        var stack = bench.small();
        stack.restServers();
        int rows = bench.isBrief() ? FEW : ROWS;
        var catalogue = stack.catalogue();
        remove(stack);
        var token = Api.signIn(stack, "staff", "admin");
        doImport(stack, token, csv(catalogue, catalogue.rows(), WARM_UP), WARM_UP, 0);
        remove(stack);
        long before = stack.platform().liveHeapKiB();
        var imported = doImport(stack, token, csv(catalogue, catalogue.rows(), rows), rows, 3);
        remove(stack);
        double copied = RegistryRow.timedCopy(stack.embedded()::owner, catalogue, catalogue.rows(), rows);
        double rate = rows / imported.seconds();
        double reference = rows / copied;
        double grown = Math.max(0, (imported.mostLiveKiB() - before) / 1024.0);
        return List.of(
                new Figure(
                        "%,d rows imported".formatted(rows),
                        Figure.number(rate) + " rows/s",
                        Figure.number(reference) + " rows/s",
                        Figure.ratio(rate / reference),
                        "≥ 0.5",
                        rate / reference >= 0.5 ? Figure.Verdict.MET : Figure.Verdict.SHORT),
                new Figure(
                        "live heap that the import adds",
                        Figure.number(grown) + " MiB",
                        Figure.number(before / 1024.0) + " MiB before",
                        "",
                        "constant: ≤ " + LARGEST_GROWTH_MIB + " MiB",
                        grown <= LARGEST_GROWTH_MIB ? Figure.Verdict.MET : Figure.Verdict.SHORT));
    }

    private record Import(double seconds, long mostLiveKiB) {}

    /** @param samples how often the heap is looked at, evenly over the rows */
    private static Import doImport(Stack stack, String token, List<byte[]> csv, int rows, int samples)
            throws IOException {
        long size = csv.stream().mapToLong(bytes -> bytes.length).sum();
        long begin = System.nanoTime();
        String job;
        try (var exchange = new Exchange(stack.platform().port())) {
            var head = Exchange.get(PATH, token);
            var text = new String(head, StandardCharsets.UTF_8)
                    .replaceFirst("GET", "POST")
                    .replaceFirst("\r\n\r\n$", "\r\nContent-Type: text/csv\r\nContent-Length: " + size + "\r\n\r\n");
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.write(bytes, 0, bytes.length);
            for (var part : csv) {
                exchange.write(part, 0, part.length);
            }
            if (exchange.receive() != 202) {
                throw new BenchFailed("The import was refused: " + exchange.text());
            }
            job = Api.JSON.readTree(exchange.text()).path("id").asText();
        }
        return await(stack, token, job, rows, samples, begin);
    }

    private static Import await(Stack stack, String token, String job, int rows, int samples, long begin) {
        var api = new Api(stack.platform().port());
        long most = 0;
        int taken = 0;
        while (true) {
            var now = api.get(Api.PLATFORM + "/jobs/" + job, token);
            var state = now.path("state").asText();
            long done = now.path("done").asLong();
            if (state.equals("done") && done == rows) {
                return new Import((System.nanoTime() - begin) / 1e9, most);
            }
            if (state.equals("failed") || state.equals("done")) {
                throw new BenchFailed("The import did not take all rows: " + now);
            }
            if (taken < samples && done >= (taken + 1L) * rows / (samples + 1)) {
                most = Math.max(most, stack.platform().liveHeapKiB());
                taken++;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static List<byte[]> csv(Catalogue catalogue, int from, int count) {
        var parts = new ArrayList<byte[]>();
        var text = new StringBuilder(RegistryRow.CSV_HEADER);
        for (int index = from; index < from + count; index++) {
            text.append(RegistryRow.csv(catalogue.patent(index), RegistryRow.holder(catalogue, index)));
            if (text.length() > 200_000 || index == from + count - 1) {
                parts.add(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
            }
        }
        return parts;
    }

    /** What the fill did not bring. */
    static void remove(Stack stack) throws SQLException {
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement()) {
            statement.execute("delete from core.patent_registry where cast(substr(patent_number, 6, 7) as int) >= "
                    + stack.catalogue().rows());
            statement.execute("vacuum (analyze) core.patent_registry");
        }
    }
}
