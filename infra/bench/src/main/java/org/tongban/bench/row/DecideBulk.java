package org.tongban.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.row.Drafts.Draft;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** Decisions a hundred a request, each of which returns a filing to its unit. */
final class DecideBulk implements Row {
    private static final int A_REQUEST = 100;
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 8;
    private static final int FEW = 2;
    private static final String DECISIONS = Api.PLATFORM + "/reviews/decisions";

    /** A case with the filing it is about. */
    private record Case(String id, String subject) {}

    @Override
    public String id() {
        return "PE-9";
    }

    @Override
    public String what() {
        return "decisions on reviews, 100 a request, against the same statements by pgbench";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var stack = bench.small();
        stack.restServers();
        int each = (bench.isBrief() ? FEW : REQUESTS) * A_REQUEST;
        int all = CLIENTS * each;
        int warm = CLIENTS * A_REQUEST;
        try (var drafts = Drafts.make(stack, 2 * all + warm + 1)) {
            submit(stack, drafts.all());
            var cases = claim(stack);
            var decide = new Decide(stack, cases.getFirst().id());
            StatementLog.capture(
                    stack,
                    "decide",
                    cases.getFirst().id(),
                    Map.of(cases.getFirst().subject(), "${file}"),
                    () -> decide.one(cases.getFirst()));
            decide.all(cases.subList(1, 1 + warm));
            double measured = decide.all(cases.subList(1 + warm, 1 + warm + all));
            double reference = replayed(stack, cases.subList(1 + warm + all, cases.size()), each);
            double ratio = reference == 0 ? 0 : measured / reference;
            return List.of(new Figure(
                    "decisions by " + CLIENTS + " clients",
                    Figure.number(measured) + " /s",
                    Figure.number(reference) + " /s",
                    Figure.ratio(ratio),
                    "≥ 0.5",
                    ratio >= 0.5 ? Figure.Verdict.MET : Figure.Verdict.SHORT));
        }
    }

    private static void submit(Stack stack, List<Draft> drafts) {
        var token = Api.signIn(stack, "filing-unit", "unit-a");
        int port = stack.platform().port();
        parallel(parts(drafts, (drafts.size() + CLIENTS - 1) / CLIENTS).stream()
                .<Callable<Void>>map(part -> () -> {
                    try (var exchange = new Exchange(port)) {
                        for (var draft : part) {
                            expect(
                                    exchange,
                                    Exchange.request(
                                            "POST",
                                            Api.FILING + "/products/" + draft.id() + "/submit",
                                            token,
                                            "application/json",
                                            "",
                                            new byte[0]));
                        }
                    }
                    return null;
                })
                .toList());
    }

    /** Claims by SQL what was submitted: claiming is not what is measured. */
    private static List<Case> claim(Stack stack) throws SQLException {
        var samples = stack.samples();
        try (var owner = stack.embedded().owner();
                var statement = owner.prepareStatement("""
                    update core.review_case set state = 'claimed', claimed_by = ?
                    where state = 'open' and subject in (
                        select id from product_filing.product where unit = ? and created_at = '2001-01-01T00:00:00Z')
                    returning id, subject
                    """)) {
            statement.setObject(1, samples.reviewer());
            statement.setObject(2, samples.unitA());
            try (var row = statement.executeQuery()) {
                var cases = new ArrayList<Case>();
                while (row.next()) {
                    cases.add(new Case(row.getString(1), row.getString(2)));
                }
                return List.copyOf(cases);
            }
        }
    }

    /** Sends decisions as the sample account of the reviewer. */
    private static final class Decide {
        private final String token;
        private final int port;
        private final ArrayNode checklist = JsonNodeFactory.instance.arrayNode();

        Decide(Stack stack, String any) {
            token = Api.signIn(stack, "staff", "reviewer");
            port = stack.platform().port();
            new Api(port)
                    .get(Api.PLATFORM + "/reviews/" + any, token)
                    .path("checklist")
                    .forEach(point -> checklist
                            .addObject()
                            .put("id", point.path("id").asText())
                            .put("passed", true));
        }

        JsonNode one(Case one) {
            return new Api(port).call("POST", DECISIONS, token, "application/json", body(List.of(one)), 200);
        }

        /** How many a second. */
        double all(List<Case> cases) {
            var parts = parts(cases, cases.size() / CLIENTS);
            long begin = System.nanoTime();
            parallel(parts.stream()
                    .<Callable<Void>>map(part -> () -> {
                        try (var exchange = new Exchange(port)) {
                            for (var some : parts(part, A_REQUEST)) {
                                decide(exchange, some);
                            }
                        }
                        return null;
                    })
                    .toList());
            return cases.size() / ((System.nanoTime() - begin) / 1e9);
        }

        private void decide(Exchange exchange, List<Case> cases) throws IOException {
            expect(exchange, Exchange.request("POST", DECISIONS, token, "application/json", "", body(cases)));
            if (exchange.text().contains("\"code\"")) {
                throw new BenchFailed("A decision was refused: " + exchange.text());
            }
        }

        private byte[] body(List<Case> cases) {
            var body = JsonNodeFactory.instance.objectNode();
            var decisions = body.putArray("decisions");
            for (var one : cases) {
                decisions
                        .addObject()
                        .put("review", one.id())
                        .put("decision", "return")
                        .put("reason", "图片不清晰，请更换后重新提交。")
                        .set("checklist", checklist);
            }
            return body.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static double replayed(Stack stack, List<Case> cases, int each) throws SQLException, IOException {
        try (var owner = stack.embedded().owner();
                var statement = owner.createStatement()) {
            statement.execute("drop table if exists public.bench_place");
            statement.execute("create table public.bench_place (n int primary key, record uuid, other uuid)");
            statement.execute(
                    "grant select on public.bench_place to " + stack.embedded().value("DATABASE_USER"));
            try (var insert = owner.prepareStatement(
                    "insert into public.bench_place values (?, cast(? as uuid), cast(? as uuid))")) {
                for (int i = 0; i < cases.size(); i++) {
                    insert.setInt(1, i);
                    insert.setString(2, cases.get(i).id());
                    insert.setString(3, cases.get(i).subject());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            var captured = Api.JSON.readTree(Files.readString(stack.scripts().resolve("decide.json")));
            double rate = Pgbench.drain(stack, PgbenchScript.of(captured, each), CLIENTS, each);
            statement.execute("drop table public.bench_place");
            return rate;
        }
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    private static void parallel(List<Callable<Void>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(work)) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new BenchFailed(String.valueOf(failed.getCause()), failed);
        }
    }

    private static void expect(Exchange exchange, byte[] request) throws IOException {
        int status = exchange.send(request);
        if (status != 200) {
            throw new BenchFailed(status + " instead of 200: " + exchange.text());
        }
    }
}
